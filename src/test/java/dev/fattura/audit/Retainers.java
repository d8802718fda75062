package dev.fattura.audit;

import java.util.List;
import java.util.Map;

/** Retainers: what is invoiced of one is applied, refunded or still open. */
final class Retainers {

    private Retainers() {}

    static void balance(Books books, Findings findings) {
        Map<String, List<Row>> byRetainer = Books.grouped(
                books.actuals().values().stream().filter(Books::isRetainer),
                actual -> String.valueOf(Books.origin(actual, "retainer")));
        byRetainer.forEach((retainer, actuals) -> {
            Sums invoiced = new Sums();
            Sums used = new Sums();
            Sums open = new Sums();
            for (Row actual : actuals) {
                Amount amount = actual.amount("amount");
                if (actual.is("type", "unbilledSales")) {
                    open.add(amount.negated());
                } else if (isInvoiced(books, actual)) {
                    invoiced.add(amount);
                } else {
                    used.add(amount.negated());
                }
            }
            String whose = "Retainer " + retainer + " (invoiced " + invoiced + ", applied and refunded " + used
                    + ", open " + open + ")";
            Sums left = new Sums();
            actuals.stream()
                    .filter(actual -> actual.is("type", "billedSales"))
                    .forEach(actual -> left.add(actual.amount("amount")));
            findings.require(!left.isNegative(), whose + " is overdrawn: " + actuals);
            findings.same(left, open, "The open balance of " + whose);
        });
    }

    /** Balances are negative until they are taken back, and bills of a retainer are for what was agreed. */
    static void values(Books books, Findings findings) {
        books.actuals().values().stream().filter(Books::isRetainer).forEach(actual -> {
            if (books.isOpen(actual)) {
                findings.require(actual.amount("amount").sign() < 0, actual + " is open and not negative");
            }
            String retainer = Books.origin(actual, "retainer");
            findings.require(retainer != null, actual + " names no retainer");
            if (retainer != null
                    && isInvoiced(books, actual)
                    && actual.amount("amount").sign() > 0) {
                books.office("retainer").stream()
                        .filter(row -> retainer.equals(row.text("contract") + "/" + row.text("retainer")))
                        .forEach(row -> findings.same(
                                row.amount("amount"), actual.amount("amount"), "The amount of " + actual));
            }
        });
    }

    /** The invoice of the retainer itself, or what takes that back. */
    private static boolean isInvoiced(Books books, Row billed) {
        String original = Books.reverses(billed);
        Row first = original == null ? billed : books.actuals().getOrDefault(original, billed);
        return billed.is("type", "billedSales") && first.amount("amount").sign() > 0;
    }
}
