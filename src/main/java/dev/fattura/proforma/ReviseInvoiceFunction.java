package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.InvoiceJson;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code POST /invoices/{invoice}/revise}. */
public class ReviseInvoiceFunction {

    private final Table office;
    private final ReviseInvoice reviseInvoice;

    public ReviseInvoiceFunction(Office office) {
        this.office = office.table();
        this.reviseInvoice = new ReviseInvoice(office.table());
    }

    @Funq("revise-invoice")
    public HttpReply reviseInvoice(Invocation invocation) {
        return Http.command(invocation, office, (request, command) -> {
            Invoice.Id original = new Invoice.Id(request.pathId("invoice"));
            Invoice corrective = reviseInvoice.revise(ReviseBody.read(original, request.body()), command);
            return Reply.created(
                            "/invoices/" + corrective.id(),
                            InvoiceJson.of(corrective, DetailPages.first(office, corrective)))
                    .withVersion(corrective.version());
        });
    }
}
