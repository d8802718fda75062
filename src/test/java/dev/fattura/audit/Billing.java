package dev.fattura.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Nothing is billed twice, and nothing is credited that was not billed. */
final class Billing {

    private Billing() {}

    static void once(Books books, Findings findings) {
        for (Row actual : books.actuals().values()) {
            findings.atMostOne(books.bills(actual), actual + " is billed more than once");
            findings.atMostOne(books.reversals(actual), actual + " is taken back more than once");
        }
    }

    /** A milestone, a product or a retainer has at most one billed sales actual that no correction took back. */
    static void contractLinesOnce(Books books, Findings findings) {
        for (String type : List.of("milestone", "productLine", "retainer")) {
            Stream<Row> standing = books.actuals("billedSales")
                    .filter(actual -> Books.reverses(actual) == null)
                    .filter(actual -> books.reversals(actual).isEmpty())
                    .filter(actual ->
                            !Books.isRetainer(actual) || actual.amount("amount").sign() > 0);
            Books.grouped(standing, actual -> ofCustomer(actual, type))
                    .forEach((origin, billed) ->
                            findings.atMostOne(billed, type + " " + origin + " is billed more than once"));
        }
    }

    private static String ofCustomer(Row actual, String type) {
        String origin = Books.origin(actual, type);
        return origin == null
                ? null
                : origin + " of " + actual.map("dimensions").text("customer");
    }

    /** What takes an actual back is its exact opposite, and what bills unbilled sales says the same as they do. */
    static void mirrors(Books books, Findings findings) {
        for (Row actual : books.actuals().values()) {
            for (Row reversal : books.reversals(actual)) {
                like(actual, reversal, findings);
                findings.same(
                        actual.amount("amount").negated(), reversal.amount("amount"), "The amount of " + reversal);
                findings.same(
                        Quantities.negated(actual.text("quantity")),
                        Quantities.plain(reversal.text("quantity")),
                        "The quantity of " + reversal);
            }
            for (Row billed : books.bills(actual)) {
                like(actual, billed, findings);
                findings.same(actual.amount("amount"), billed.amount("amount"), "The amount of " + billed);
                findings.same(
                        Quantities.plain(actual.text("quantity")),
                        Quantities.plain(billed.text("quantity")),
                        "The quantity of " + billed);
            }
        }
    }

    private static void like(Row actual, Row other, Findings findings) {
        findings.same(actual.text("class"), other.text("class"), "The class of " + other);
        findings.same(actual.text("billingType"), other.text("billingType"), "The billing type of " + other);
        findings.same(belongs(actual), belongs(other), "What " + other + " belongs to");
    }

    /** Without the description, which a draft may say anew. */
    private static Map<String, Object> belongs(Row actual) {
        Map<String, Object> dimensions = new TreeMap<>(actual.map("dimensions").values());
        dimensions.remove("description");
        return dimensions;
    }

    /** What is billed is closed by the invoice that bills it. */
    static void closed(Books books, Findings findings) {
        for (Row actual : books.actuals().values()) {
            for (Row billed : books.bills(actual)) {
                List<Row> reversals = books.reversals(actual);
                findings.require(
                        reversals.size() == 1 && reversals.get(0).is("invoice", billed.text("invoice")),
                        billed + " bills " + actual + ", which its invoice does not close: " + reversals);
            }
        }
    }

    /** All that was ever billed of one origin, credits included, is not below zero. */
    static void creditsCovered(Books books, Findings findings) {
        Map<String, List<Row>> chains = Books.grouped(
                books.actuals("billedSales").filter(actual -> !Books.isRetainer(actual)),
                actual -> root(books, actual));
        chains.forEach((root, chain) -> {
            Sums charged = new Sums();
            Sums all = new Sums();
            for (Row billed : chain) {
                all.add(billed.amount("amount"));
                if (Books.isChargeable(billed)) {
                    charged.add(billed.amount("amount"));
                }
            }
            findings.require(
                    !charged.isNegative() && !all.isNegative(),
                    "More is credited than was billed of " + root + ": charged " + charged + ", in all " + all + ", by "
                            + chain);
        });
    }

    /** The first actual of the chain of reversals, replacements and bills that leads to this one. */
    static String root(Books books, Row actual) {
        for (String[] link :
                new String[][] {{"reversing", "original"}, {"replacing", "original"}, {"billedSales", "unbilledSales"}
                }) {
            String other = Books.other(actual, link[0], link[1]);
            if (other != null && books.actuals().containsKey(other)) {
                return root(books, books.actuals().get(other));
            }
        }
        return actual.text("actual");
    }
}
