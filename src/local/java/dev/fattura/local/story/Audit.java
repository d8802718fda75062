package dev.fattura.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What must hold for an invoice that has gone all the way, judged from the answers of the API alone. */
final class Audit {
    private static final String CUSTOMER_BALANCE = "130100";
    private static final String SALES_TAX = "222200";
    private static final String ROUNDING_DIFFERENCE = "618170";

    private final Checks checks;

    Audit(Checks checks) {
        this.checks = checks;
    }

    /** The same counts and sums on every side of the crossing. */
    void totals(JsonNode confirmed, JsonNode actuals, JsonNode proposal) {
        JsonNode billed = confirmed.path("controlTotals").path("billedSales");
        long sealed = billed.path("count").asLong();
        BigDecimal sealedSum = Amounts.of(billed.path("amount"));
        JsonNode lines = proposal.path("lines");
        checks.same("office: as many billed sales actuals as sealed", sealed, count(actuals, "billedSales"));
        checks.same(
                "office: they sum to the sealed amount", sealedSum, Amounts.sum(actuals, "amount", Audit::isBilled));
        checks.same("proposal: as many lines as sealed", sealed, lines.size());
        checks.same("proposal: they sum to the sealed amount", sealedSum, Amounts.sum(lines, "amount"));
    }

    /** The customer owes what was charged, and the sales tax on it. */
    void ledger(JsonNode invoice, JsonNode proposal) {
        JsonNode entries = proposal.path("entries");
        BigDecimal charged = Amounts.sum(proposal.path("lines"), "amount", Audit::isChargeable);
        BigDecimal tax = Amounts.sum(proposal.path("lines"), "salesTax");
        checks.same(
                "proposal: chargeable lines are the total of the proforma", Amounts.of(invoice.path("total")), charged);
        checks.same(
                "ledger: the customer owes the charge and its tax", charged.add(tax), on(entries, CUSTOMER_BALANCE));
        checks.same("ledger: sales tax is that of the lines", tax.negate(), on(entries, SALES_TAX));
        checks.same(
                "office: the proforma knows the same sales tax",
                tax,
                Amounts.of(invoice.path("customerInvoice").path("salesTax")));
    }

    /** Every voucher sums to nothing, in each transaction currency and in accounting currency. */
    void balances(Map<String, JsonNode> entriesByVoucher) {
        boolean balanced = true;
        boolean entriesSeen = false;
        for (JsonNode entries : entriesByVoucher.values()) {
            Map<String, BigDecimal> sums = new LinkedHashMap<>();
            entries.forEach(entry -> {
                add(sums, "transaction ", entry.path("amount"));
                add(sums, "accounting ", entry.path("accountingAmount"));
            });
            balanced &= sums.values().stream().allMatch(sum -> sum.signum() == 0);
            // Work that is not charged has a voucher and no entries (docs/decisions.md); an invoice of that alone is
            // not the sample.
            entriesSeen |= !sums.isEmpty();
        }
        checks.that(
                "ledger: all " + entriesByVoucher.size() + " vouchers balance in both currencies",
                balanced && entriesSeen);
    }

    /** Every billed sales actual knows its voucher and its amount in the books. */
    void writtenBack(JsonNode actuals, JsonNode proposal) {
        long written = 0;
        BigDecimal accounted = BigDecimal.ZERO;
        for (JsonNode actual : actuals) {
            JsonNode accounting = actual.path("accounting");
            if (isBilled(actual) && !accounting.path("voucher").asText("").isEmpty()) {
                written++;
                accounted =
                        accounted.add(isChargeable(actual) ? Amounts.of(accounting.path("amount")) : BigDecimal.ZERO);
            }
        }
        JsonNode entries = proposal.path("entries");
        BigDecimal booked = accounting(entries, CUSTOMER_BALANCE)
                .add(accounting(entries, SALES_TAX))
                .add(accounting(entries, ROUNDING_DIFFERENCE));
        checks.same("write-back: every billed sales actual has its voucher", count(actuals, "billedSales"), written);
        checks.same("write-back: accounting amounts are those of the ledger", booked, accounted);
    }

    /** What was approved has gone through the journals, and knows its voucher too. */
    void approvedWrittenBack(JsonNode approved) {
        long written = 0;
        for (JsonNode actual : approved) {
            written += Tables.text(actual.path("accounting"), "voucher").isEmpty() ? 0 : 1;
        }
        checks.same("write-back: every approved actual has its voucher", approved.size(), written);
    }

    /** Nothing of the invoice is without a trace. */
    void lineage(JsonNode lineage, JsonNode actuals) {
        boolean complete = !lineage.path("facts").isEmpty();
        for (JsonNode actual : actuals) {
            String id = Tables.text(actual, "actual");
            boolean told = false;
            for (JsonNode fact : lineage.path("facts")) {
                told |= Tables.text(fact, "fact").equals(id);
            }
            complete &= told;
        }
        checks.that("lineage: it names every actual of the invoice", complete);
    }

    private static void add(Map<String, BigDecimal> sums, String side, JsonNode money) {
        sums.merge(side + Tables.text(money, "currency"), Amounts.of(money), BigDecimal::add);
    }

    private static BigDecimal on(JsonNode entries, String account) {
        return Amounts.sum(
                entries, "amount", entry -> Tables.text(entry, "account").equals(account));
    }

    private static BigDecimal accounting(JsonNode entries, String account) {
        return Amounts.sum(entries, "accountingAmount", entry -> Tables.text(entry, "account")
                .equals(account));
    }

    private static long count(JsonNode actuals, String type) {
        long count = 0;
        for (JsonNode actual : actuals) {
            count += Tables.text(actual, "type").equals(type) ? 1 : 0;
        }
        return count;
    }

    private static boolean isBilled(JsonNode actual) {
        return Tables.text(actual, "type").equals("billedSales");
    }

    private static boolean isChargeable(JsonNode row) {
        return Tables.text(row, "billingType").equals("chargeable");
    }
}
