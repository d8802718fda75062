package dev.fattura.inquiry;

import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code GET /accrued-revenue?company=&from=&to=}: accrued revenue against its reversal by invoices, contract by contract. */
public class ReconcileAccruedRevenueFunction {

    private final Table finance;
    private final ReconcileAccruedRevenue reconcile;

    public ReconcileAccruedRevenueFunction(Office office, Finance finance) {
        this.finance = finance.table();
        this.reconcile = new ReconcileAccruedRevenue(office, finance);
    }

    @Funq("reconcile-accrued-revenue")
    public HttpReply reconcileAccruedRevenue(Invocation invocation) {
        return Http.answer(
                invocation, request -> Reply.ok(AccruedRevenueJson.of(reconcile.of(Period.of(request, finance)))));
    }
}
