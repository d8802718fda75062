package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.InvoiceJson;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;
import java.util.List;

/** {@code GET /invoices/{invoice}}: a proforma invoice with a page of its line details; its version is the ETag. */
public class ShowInvoiceFunction {

    private final InvoiceInquiry invoices;

    public ShowInvoiceFunction(Office office) {
        invoices = new InvoiceInquiry(office);
    }

    @Funq("show-invoice")
    public HttpReply showInvoice(Invocation invocation) {
        return Http.answer(invocation, this::show);
    }

    private Reply show(Request request) {
        PageRequest page = PageRequest.of(request);
        Invoice invoice = invoices.find(new Invoice.Id(request.pathId("invoice")));
        Listing<InvoiceLineDetail> details = invoices.details(invoice, page);
        ObjectNode json = InvoiceJson.of(invoice, details.entries());
        List<Invoice.Id> correctedBy = invoices.correctedBy(invoice);
        if (!correctedBy.isEmpty()) {
            json.set("correctedBy", InvoiceJson.numbers(correctedBy));
        }
        return Reply.ok(details.addNext(json)).withVersion(invoice.version());
    }
}
