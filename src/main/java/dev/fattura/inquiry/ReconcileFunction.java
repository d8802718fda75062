package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Invoice;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;
import java.util.List;

/**
 * {@code GET /invoices/{invoice}/reconciliation}: whether an invoice is the same at every stage of its way; {@code GET
 * /reconciliation?company=&from=&to=}: the same of all invoices that were confirmed in a period.
 */
public class ReconcileFunction {

    private final Table finance;
    private final ReconcileInvoice invoices;
    private final ReconcilePeriod periods;
    private final PeriodTotals totals;

    public ReconcileFunction(Office office, Finance finance) {
        this.finance = finance.table();
        this.invoices = new ReconcileInvoice(office, finance);
        this.periods = new ReconcilePeriod(office, invoices);
        this.totals = new PeriodTotals(office, finance);
    }

    @Funq("reconcile")
    public HttpReply reconcile(Invocation invocation) {
        return Http.answer(invocation, request -> request.hasPathId("invoice") ? invoice(request) : period(request));
    }

    private Reply invoice(Request request) {
        Cursor from = PageRequest.of(request).from();
        return Reply.ok(ReconciliationJson.of(invoices.of(new Invoice.Id(request.pathId("invoice")), from)));
    }

    private Reply period(Request request) {
        PageRequest page = PageRequest.of(request);
        Period period = Period.of(request, finance);
        ObjectNode json = PeriodReconciliationJson.of(period, periods.page(period, page));
        if (page.first()) {
            PeriodReconciliationJson.addTotals(json, List.copyOf(totals.of(period)));
        }
        return Reply.ok(json);
    }
}
