package dev.fattura.audit;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Not-to-exceed limits: what is used of them is what was approved within them and not cancelled (domain.md 1.5). */
final class Limits {

    private Limits() {}

    /** Of contracts without corrections: what a correction brings back into the backlog may be worth something else. */
    static void used(Books books, Findings findings) {
        Set<String> corrected = new HashSet<>();
        books.actuals("billedSales")
                .filter(actual -> !books.reversals(actual).isEmpty())
                .forEach(actual -> corrected.add(actual.map("dimensions").text("contract")));
        Map<String, Row> backlog = books.office("backlog", "id");
        for (Row limit : books.office("limit")) {
            String contract = limit.key().partition().split("#", 2)[1];
            if (corrected.contains(contract)) {
                continue;
            }
            Sums counted = new Sums();
            books.actuals("unbilledSales")
                    .filter(actual -> approved(actual, books) && counts(actual, contract, limit))
                    .filter(actual -> !isKept(backlog.get(actual.text("actual"))))
                    .forEach(actual -> counted.add(actual.amount("amount")));
            findings.same(counted, new Sums().add(limit.amount("used")), "What is used of " + limit);
        }
    }

    /** By an approval that was not cancelled: what takes an approval back is on no invoice. */
    private static boolean approved(Row actual, Books books) {
        return !actual.has("invoice")
                && actual.is("adjustmentStatus", "normal")
                && actual.is("billingType", "chargeable")
                && books.reversals(actual).stream().allMatch(reversal -> reversal.has("invoice"));
    }

    /** The key of a limit tells its level, its line and its customer. */
    private static boolean counts(Row actual, String contract, Row limit) {
        String[] parts = limit.key().sort().split("#", -1);
        Row dimensions = actual.map("dimensions");
        return dimensions.is("contract", contract)
                && (parts[2].isEmpty() || dimensions.is("line", parts[2]))
                && (parts[3].isEmpty() || dimensions.is("customer", parts[3]));
    }

    private static boolean isKept(@Nullable Row entry) {
        return entry != null && entry.has("notToExceed");
    }
}
