package dev.fattura.proforma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.InvoiceRun;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Drafts what invoice schedules ask for, on a schedule, once a day. */
public class DraftScheduledFunction {

    private final DraftScheduled draftScheduled;
    private final Clock clock;

    public DraftScheduledFunction(Office office, Clock clock) {
        this.draftScheduled = new DraftScheduled(office.table());
        this.clock = clock;
    }

    @Funq("draft-scheduled")
    public HttpReply draftScheduled(Invocation invocation) {
        return Http.answer(
                invocation,
                schedule -> Reply.ok(json(draftScheduled.run(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))));
    }

    private static ObjectNode json(List<InvoiceRun> runs) {
        List<InvoiceRun> failed = runs.stream()
                .filter(run -> run.status() == InvoiceRun.Status.RUN_FAILED)
                .toList();
        ObjectNode json = Json.object()
                .put("runsSuccessful", runs.size() - failed.size())
                .put(
                        "invoices",
                        runs.stream().filter(run -> run.invoice() != null).count());
        return json.set("runsFailed", Json.array(failed, run -> Json.object()
                .put("contract", run.contract().value())
                .put("customer", run.customer())
                .put("runDate", run.runDate().toString())
                .put("cause", run.cause())));
    }
}
