package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.InvoiceJson;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;
import java.util.List;

/** {@code PATCH /invoices/{invoice}} and {@code DELETE /invoices/{invoice}}. */
public class EditInvoiceFunction {

    private static final List<InvoiceStatus> EDITABLE = List.of(InvoiceStatus.DRAFT, InvoiceStatus.IN_REVIEW);

    private final Table office;
    private final EditInvoice editInvoice;

    public EditInvoiceFunction(Office office) {
        this.office = office.table();
        this.editInvoice = new EditInvoice(office.table());
    }

    @Funq("edit-invoice")
    public HttpReply editInvoice(Invocation invocation) {
        return Http.command(
                invocation,
                office,
                (request, command) ->
                        request.method().equals("DELETE") ? delete(request, command) : edit(request, command));
    }

    private Reply edit(Request request, Command command) {
        Invoice.Id id = new Invoice.Id(request.pathId("invoice"));
        long expectedVersion = request.expectedVersion();
        Invoice edited = editInvoice.edit(id, expectedVersion, change(request.body()), command);
        return Reply.ok(InvoiceJson.of(edited, DetailPages.first(office, edited)))
                .withVersion(edited.version());
    }

    private Reply delete(Request request, Command command) {
        Invoice.Id id = new Invoice.Id(request.pathId("invoice"));
        editInvoice.delete(id, request.expectedVersion(), command);
        return Reply.ok(Json.object().put("invoice", id.value()).put("status", "deleted"));
    }

    private static EditInvoice.Change change(Body body) {
        EditInvoice.Change change = new EditInvoice.Change(
                body.optional("invoiceDate", body::date).orElse(null),
                body.optional("description", name -> body.optionalText(name).orElse(""))
                        .orElse(null),
                body.optional("accountingDate", body::date).orElse(null),
                body.optional("status", name -> body.coded(name, EDITABLE)).orElse(null));
        body.end();
        if (change.isNothing()) {
            throw body.invalid("invoiceDate", "or another member that can be edited must be there");
        }
        return change;
    }
}
