package dev.fattura.proforma;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.InvoiceJson;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;
import java.time.LocalDate;
import java.util.UUID;

/**
 * {@code POST /invoices/{invoice}/lines}, {@code PATCH} and {@code DELETE /invoices/{invoice}/lines/{detail}}, and
 * {@code POST /invoices/{invoice}/refresh}.
 */
public class EditLinesFunction {

    private final Table office;
    private final EditLines editLines;

    public EditLinesFunction(Office office) {
        this.office = office.table();
        this.editLines = new EditLines(office.table());
    }

    @Funq("edit-lines")
    public HttpReply editLines(Invocation invocation) {
        return Http.command(invocation, office, this::edit);
    }

    private Reply edit(Request request, Command command) {
        Invoice.Id id = new Invoice.Id(request.pathId("invoice"));
        long version = request.expectedVersion();
        return shown(
                switch (request.method()) {
                    case "PATCH" -> editLines.edit(id, version, detail(request), change(request.body()), command);
                    case "DELETE" -> editLines.remove(id, version, detail(request), command);
                    default ->
                        request.route().endsWith("/refresh")
                                ? editLines.refresh(id, version, upTo(request.body()), command)
                                : editLines.add(id, version, AddLinesBody.read(request.body()), command);
                });
    }

    private Reply shown(Invoice draft) {
        return Reply.ok(InvoiceJson.of(draft, DetailPages.first(office, draft))).withVersion(draft.version());
    }

    private static InvoiceLineDetail.Id detail(Request request) {
        try {
            return new InvoiceLineDetail.Id(UUID.fromString(request.pathId("detail")));
        } catch (IllegalArgumentException malformed) {
            throw new Refused(RefusalCode.NOT_FOUND, "There is no such line detail.");
        }
    }

    private static LocalDate upTo(Body body) {
        LocalDate upTo = body.date("upTo");
        body.end();
        return upTo;
    }

    private static LineChange change(Body body) {
        LineChange change = new LineChange(
                body.optional("quantity", body::quantityFromZero).orElse(null),
                body.optional("price", body::price).orElse(null),
                body.optional("billingType", name -> body.coded(name, BillingType.class))
                        .orElse(null),
                body.optional("amount", body::money).orElse(null),
                body.optional("description", name -> body.optionalText(name).orElse(""))
                        .orElse(null));
        body.end();
        if (change.isNothing()) {
            throw body.invalid("quantity", "or another member that can be edited must be there");
        }
        return change;
    }
}
