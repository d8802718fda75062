package dev.fattura.posting;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Identifiers;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.ProposalHeaderJson;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * {@code PATCH /proposals/{proposal}}, {@code PATCH /proposals/{proposal}/lines/{actual}} and
 * {@code DELETE /proposals/{proposal}/lines}.
 */
public class EditProposalFunction {

    private static final int MOST_DIMENSIONS = 10;

    private final Table finance;
    private final EditProposal editing;

    public EditProposalFunction(Finance finance) {
        this.finance = finance.table();
        this.editing = new EditProposal(finance.table());
    }

    @Funq("edit-proposal")
    public HttpReply editProposal(Invocation invocation) {
        return Http.command(invocation, finance, this::edit);
    }

    private Reply edit(Request request, Command command) {
        Invoice.Id id = new Invoice.Id(request.pathId("proposal"));
        long version = request.expectedVersion();
        Proposal edited;
        if (request.method().equals("DELETE")) {
            edited = editing.deleteLines(id, version, command);
        } else if (request.hasPathId("actual")) {
            edited = editing.editLine(id, actual(request), version, groups(request.body()), command);
        } else {
            edited = editing.edit(id, version, heading(request.body()), command);
        }
        return Reply.ok(ProposalHeaderJson.of(edited)).withVersion(edited.version());
    }

    private static HeadingChange heading(Body body) {
        HeadingChange change = new HeadingChange(
                body.optional("invoiceDate", body::date).orElse(null),
                body.optional("dueDate", body::date).orElse(null),
                body.optionalObject("dimensions")
                        .map(EditProposalFunction::dimensions)
                        .orElse(null),
                body.optional("text", name -> body.optionalText(name).orElse(""))
                        .orElse(null));
        body.end();
        if (change.isNothing()) {
            throw body.invalid("invoiceDate", "or another member that can be edited must be there");
        }
        return change;
    }

    private static Map<String, String> dimensions(Body body) {
        Map<String, String> dimensions = new TreeMap<>();
        for (String name : body.names()) {
            if (!Identifiers.isGiven(name) || dimensions.size() == MOST_DIMENSIONS) {
                throw body.invalid(
                        name,
                        "must be one of at most " + MOST_DIMENSIONS
                                + " dimensions, its name 1 to 60 letters, digits, dots, underscores or hyphens");
            }
            dimensions.put(name, body.id(name));
        }
        return dimensions;
    }

    private static GroupsChange groups(Body body) {
        GroupsChange change = new GroupsChange(
                body.optional("salesTaxGroup", name -> body.optionalText(name).orElse(""))
                        .orElse(null),
                body.optional("itemSalesTaxGroup", name -> body.optionalText(name)
                                .orElse(""))
                        .orElse(null));
        body.end();
        if (change.isNothing()) {
            throw body.invalid("salesTaxGroup", "or another member that can be edited must be there");
        }
        return change;
    }

    private static Actual.Id actual(Request request) {
        try {
            return new Actual.Id(UUID.fromString(request.pathId("actual")));
        } catch (IllegalArgumentException malformed) {
            throw new Refused(RefusalCode.NOT_FOUND, "There is no such line.");
        }
    }
}
