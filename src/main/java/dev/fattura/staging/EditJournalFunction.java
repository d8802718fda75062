package dev.fattura.staging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;
import java.util.UUID;

/** {@code POST /journals/{journal}/reset} and {@code DELETE /journals/{journal}/lines/{actual}}. */
public class EditJournalFunction {

    private final Table finance;
    private final EditJournal editing;

    public EditJournalFunction(Finance finance) {
        this.finance = finance.table();
        this.editing = new EditJournal(finance.table());
    }

    @Funq("edit-journal")
    public HttpReply editJournal(Invocation invocation) {
        return Http.command(invocation, finance, this::edit);
    }

    private Reply edit(Request request, Command command) {
        Journal.Id id = new Journal.Id(request.pathId("journal"));
        request.body().end();
        Journal edited = request.hasPathId("actual")
                ? editing.deleteLine(id, actual(request), command)
                : editing.reset(id, command);
        return Reply.ok(json(edited)).withVersion(edited.version());
    }

    private static Actual.Id actual(Request request) {
        try {
            return new Actual.Id(UUID.fromString(request.pathId("actual")));
        } catch (IllegalArgumentException malformed) {
            throw new Refused(RefusalCode.NOT_FOUND, "There is no such line.");
        }
    }

    private static ObjectNode json(Journal journal) {
        return Json.object()
                .put("journal", journal.number().value())
                .put("status", journal.status().code())
                .put("period", journal.period())
                .put("lines", journal.plan().size());
    }
}
