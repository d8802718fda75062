package dev.fattura.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Not-to-exceed limits: what is used of them is what was approved within them, not cancelled, and not taken back (domain.md 1.5). Of what
 * a correction brought back into the backlog more may be taken back than was approved of it, but frees no more than that.
 */
final class Limits {

    private Limits() {}

    static void used(Books books, Findings findings) {
        Map<String, Row> backlog = books.office("backlog", "id");
        Map<String, List<Row>> takenBack = Books.grouped(
                books.actuals("unbilledSales")
                        .filter(actual -> actual.has("invoice") && isKept(backlog.get(actual.text("actual")))),
                Limits::part);
        for (Row limit : books.office("limit")) {
            String contract = limit.key().partition().split("#", 2)[1];
            Amount used = limit.amount("used");
            Amount most = Amount.zero(used.currency());
            Amount least = most;
            for (Row actual : books.actuals("unbilledSales").toList()) {
                if (approved(actual, books)
                        && counts(actual, contract, limit)
                        && !isKept(backlog.get(actual.text("actual")))) {
                    Amount amount = actual.amount("amount");
                    most = most.plus(amount);
                    least = least.plus(left(amount, takenBack.getOrDefault(part(actual), List.of())));
                }
            }
            findings.require(
                    used.sign() >= 0
                            && used.plus(least.negated()).sign() >= 0
                            && most.plus(used.negated()).sign() >= 0,
                    "What is used of " + limit + " is " + used + " and should be from " + least + " to " + most);
        }
    }

    /** A transaction has one chargeable part for each customer. */
    private static String part(Row actual) {
        return Books.origin(actual, "approvedTransaction")
                + " of "
                + actual.map("dimensions").text("customer");
    }

    private static Amount left(Amount amount, List<Row> takenBack) {
        Amount left = amount;
        for (Row actual : takenBack) {
            left = left.plus(actual.amount("amount").negated());
        }
        return left.sign() < 0 ? Amount.zero(amount.currency()) : left;
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
