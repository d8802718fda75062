package dev.fattura.proforma;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Retainer;
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

/** {@code POST /contracts/{contract}/retainers/{retainer}/refund}. */
public class RefundRetainerFunction {

    private final Table office;
    private final RefundRetainer refundRetainer;

    public RefundRetainerFunction(Office office) {
        this.office = office.table();
        this.refundRetainer = new RefundRetainer(office.table());
    }

    @Funq("refund-retainer")
    public HttpReply refundRetainer(Invocation invocation) {
        return Http.command(invocation, office, (request, command) -> {
            Invoice invoice = refundRetainer.refund(read(request), command);
            return Reply.created(
                            "/invoices/" + invoice.id(), InvoiceJson.of(invoice, DetailPages.first(office, invoice)))
                    .withVersion(invoice.version());
        });
    }

    private static RefundRequest read(Request request) {
        Contract.Id contract = new Contract.Id(request.pathId("contract"));
        Retainer.Id retainer = new Retainer.Id(request.pathId("retainer"));
        Body body = request.body();
        RefundRequest refund = new RefundRequest(
                contract,
                retainer,
                body.optional("amount", name -> RetainerBody.above(body, name)).orElse(null),
                body.optional("invoice", name -> DraftBody.number(body, name)).orElse(null),
                body.date("invoiceDate"));
        body.end();
        return refund;
    }
}
