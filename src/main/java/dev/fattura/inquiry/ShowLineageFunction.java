package dev.fattura.inquiry;

import dev.fattura.ledger.Invoice;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;

/** {@code GET /invoices/{invoice}/lineage}: every fact behind an invoice on both sides, and which came from which. */
public class ShowLineageFunction {

    private final LineageInquiry lineages;

    public ShowLineageFunction(Office office, Finance finance) {
        lineages = new LineageInquiry(office, finance);
    }

    @Funq("show-lineage")
    public HttpReply showLineage(Invocation invocation) {
        return Http.answer(invocation, request -> {
            PageRequest page = PageRequest.of(request);
            Invoice.Id invoice = new Invoice.Id(request.pathId("invoice"));
            return Reply.ok(LineageJson.of(lineages.read(invoice, page)));
        });
    }
}
