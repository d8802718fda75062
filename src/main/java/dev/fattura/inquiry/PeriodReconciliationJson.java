package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Invoice;
import dev.fattura.runtime.Json;
import java.util.List;
import java.util.Objects;

/** The reconciliation of a period as its answer shows it: one row for each invoice. */
final class PeriodReconciliationJson {

    private PeriodReconciliationJson() {}

    static ObjectNode of(Period period, Listing<Reconciliation> page) {
        ObjectNode json = Json.object()
                .put("company", period.company().id().value())
                .put("from", period.from().toString())
                .put("to", period.to().toString())
                .put("clean", page.entries().stream().allMatch(row -> row.status() == Reconciliation.Status.CLEAN));
        json.set("invoices", Json.array(page.entries(), PeriodReconciliationJson::row));
        return page.addNext(json);
    }

    /** The sums of the whole period, which the first page has. */
    static void addTotals(ObjectNode json, List<PeriodTotals.Totals> totals) {
        json.set("totals", Json.array(totals, PeriodReconciliationJson::totals));
    }

    private static ObjectNode row(Reconciliation row) {
        Invoice invoice = row.invoice();
        ObjectNode json = Json.object()
                .put("invoice", invoice.id().value())
                .put(
                        "accountingDate",
                        Objects.requireNonNull(invoice.confirmation())
                                .accountingDate()
                                .toString())
                .put("status", row.status().code())
                .put("summary", ReconciliationJson.summary(row))
                .put("lines", invoice.lines())
                .put("linesCompared", row.tallies().get(Stage.LINES, Measure.COUNT));
        json.set("charged", Json.money(row.money(Stage.CONTROL_TOTALS, Measure.CHARGED)));
        if (row.headers().due().contains(Stage.CUSTOMER_BALANCE)) {
            json.set("salesTax", Json.money(row.money(Stage.CUSTOMER_INVOICE, Measure.SALES_TAX)));
            json.set("total", Json.money(row.money(Stage.CUSTOMER_INVOICE, Measure.TOTAL)));
            json.set("accountingTotal", Json.money(row.money(Stage.CUSTOMER_BALANCE, Measure.ACCOUNTING_TOTAL)));
        }
        json.put("differenceCount", row.differenceCount());
        if (!row.differences().isEmpty()) {
            json.set(
                    "firstDifference",
                    ReconciliationJson.difference(row.differences().get(0)));
        }
        return json;
    }

    private static ObjectNode totals(PeriodTotals.Totals totals) {
        ObjectNode json =
                Json.object().put("currency", totals.charged().currency().code());
        json.set("confirmed", counted(totals.confirmed(), totals));
        json.put("posted", totals.posted()).put("writtenBack", totals.writtenBack());
        json.set("charged", Json.money(totals.postedCharged()));
        json.set("salesTax", Json.money(totals.salesTax()));
        json.set("total", Json.money(totals.total()));
        json.set("customerBalance", totals.customerBalance().json());
        json.set("notPosted", Json.money(totals.charged().minus(totals.postedCharged())));
        json.set(
                "difference",
                Json.money(totals.total().minus(totals.customerBalance().amount())));
        return json;
    }

    private static ObjectNode counted(long count, PeriodTotals.Totals totals) {
        ObjectNode json = Json.object().put("count", count);
        json.set("charged", Json.money(totals.charged()));
        return json;
    }
}
