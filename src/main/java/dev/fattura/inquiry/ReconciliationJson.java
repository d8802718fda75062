package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Invoice;
import dev.fattura.runtime.Json;
import java.util.Collection;
import java.util.stream.Collectors;

/** The reconciliation of an invoice as its answer shows it: one sentence, every stage with its sums, then each difference. */
final class ReconciliationJson {

    private ReconciliationJson() {}

    static ObjectNode of(Reconciliation found) {
        Invoice invoice = found.invoice();
        ObjectNode json = Json.object()
                .put("invoice", invoice.id().value())
                .put("company", invoice.company().value())
                .put("status", found.status().code())
                .put("clean", found.status() == Reconciliation.Status.CLEAN)
                .put("summary", summary(found))
                .put("lines", invoice.lines())
                .put("linesCompared", found.tallies().get(Stage.LINES, Measure.COUNT));
        json.set("stages", stages(found));
        json.set("pending", codes(found.pending()));
        json.set("unbilledSales", unbilledSales(found));
        json.set("accruedRevenue", accruedRevenue(found));
        json.set("voucher", voucher(found));
        json.put("differenceCount", found.differenceCount());
        json.set("differences", Json.array(found.differences(), ReconciliationJson::difference));
        return found.next() == null ? json : json.put("next", found.next().text());
    }

    static ObjectNode difference(Difference difference) {
        ObjectNode json = Json.object().put("code", difference.code().code());
        if (difference.actual() != null) {
            json.put("actual", difference.actual().toString());
        }
        return json.put("cause", difference.cause());
    }

    static String summary(Reconciliation found) {
        String invoice = "Invoice " + found.invoice().id();
        return switch (found.status()) {
            case CLEAN ->
                invoice + " is clean: " + found.tallies().get(Stage.CONTROL_TOTALS, Measure.COUNT)
                        + " billed sales over "
                        + found.money(Stage.CONTROL_TOTALS, Measure.CHARGED) + ", sales tax "
                        + found.money(Stage.CUSTOMER_INVOICE, Measure.SALES_TAX) + " and "
                        + found.money(Stage.CUSTOMER_BALANCE, Measure.TOTAL) + " receivable ("
                        + found.money(Stage.CUSTOMER_BALANCE, Measure.ACCOUNTING_TOTAL)
                        + ") are the same on both sides.";
            case OPEN ->
                invoice + " is on its way: what is there agrees; still to come are "
                        + found.pending().stream().map(Stage::code).collect(Collectors.joining(", ")) + ".";
            case DIFFERENT -> invoice + " does not reconcile: " + counted(found.differenceCount()) + ".";
            case PARTIAL ->
                found.tallies().get(Stage.LINES, Measure.COUNT) + " of "
                        + found.invoice().lines() + " lines of "
                        + "invoice " + found.invoice().id() + " are compared, with "
                        + counted(found.differenceCount()) + " so far; go on with next.";
        };
    }

    private static String counted(long differences) {
        return differences + (differences == 1 ? " difference" : " differences");
    }

    private static ArrayNode stages(Reconciliation found) {
        ArrayNode stages = Json.object().putArray("stages");
        for (Stage stage : Stage.WAY) {
            boolean started = found.headers().due().contains(stage) || stage == Stage.STAGED_ROWS;
            if (started && found.compared().contains(stage)) {
                ObjectNode json = stages.addObject().put("stage", stage.code());
                for (Measure measure : stage.measures()) {
                    add(json, found, stage, measure);
                }
            }
        }
        return stages;
    }

    private static void add(ObjectNode json, Reconciliation found, Stage stage, Measure measure) {
        if (measure == Measure.COUNT) {
            json.put(measure.code(), found.tallies().get(stage, measure));
        } else {
            json.set(measure.code(), Json.money(found.money(stage, measure)));
        }
    }

    private static ObjectNode unbilledSales(Reconciliation found) {
        ObjectNode json = Json.object();
        json.set("taken", countAndAmount(found, Stage.UNBILLED_TAKEN));
        json.set("written", countAndAmount(found, Stage.UNBILLED_WRITTEN));
        json.set("open", countAndAmount(found, Stage.UNBILLED_OPEN));
        json.set(
                "net",
                Json.money(found.money(Stage.UNBILLED_TAKEN, Measure.AMOUNT)
                        .plus(found.money(Stage.UNBILLED_WRITTEN, Measure.AMOUNT))
                        .minus(found.money(Stage.UNBILLED_OPEN, Measure.AMOUNT))));
        return json;
    }

    private static ObjectNode countAndAmount(Reconciliation found, Stage stage) {
        ObjectNode json = Json.object().put("count", found.tallies().get(stage, Measure.COUNT));
        json.set("amount", Json.money(found.money(stage, Measure.AMOUNT)));
        return json;
    }

    private static ObjectNode accruedRevenue(Reconciliation found) {
        ObjectNode json = Json.object();
        json.set("accrued", found.dual(Stage.ACCRUED).json());
        json.set("reversed", found.dual(Stage.REVERSED).json());
        json.set(
                "open",
                found.dual(Stage.ACCRUED).minus(found.dual(Stage.REVERSED)).json());
        return json;
    }

    private static ObjectNode voucher(Reconciliation found) {
        ObjectNode json = Json.object().put("entries", found.tallies().get(Stage.VOUCHER, Measure.COUNT));
        json.set("amount", Json.money(found.money(Stage.VOUCHER, Measure.AMOUNT)));
        json.set("accountingAmount", Json.money(found.money(Stage.VOUCHER, Measure.ACCOUNTING_AMOUNT)));
        return json;
    }

    private static ArrayNode codes(Collection<? extends Coded> all) {
        ArrayNode codes = Json.object().putArray("codes");
        all.forEach(coded -> codes.add(coded.code()));
        return codes;
    }
}
