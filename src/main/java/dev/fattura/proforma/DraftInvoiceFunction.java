package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.InvoiceJson;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code POST /invoices}. */
public class DraftInvoiceFunction {

    private final Table office;
    private final DraftInvoice draftInvoice;

    public DraftInvoiceFunction(Office office) {
        this.office = office.table();
        this.draftInvoice = new DraftInvoice(office.table());
    }

    @Funq("draft-invoice")
    public HttpReply draftInvoice(Invocation invocation) {
        return Http.command(invocation, office, (request, command) -> {
            Invoice invoice = draftInvoice.begin(DraftBody.read(request.body()), command);
            if (invoice.status() == InvoiceStatus.DRAFTING) {
                return Reply.accepted(invoice);
            }
            return Reply.created(
                            "/invoices/" + invoice.id(), InvoiceJson.of(invoice, DetailPages.first(office, invoice)))
                    .withVersion(invoice.version());
        });
    }
}
