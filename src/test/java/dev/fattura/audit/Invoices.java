package dev.fattura.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Proforma invoices: their headers, their lines and what confirming them wrote. */
final class Invoices {

    /** What is dated by the day of the work, and not by that of a plan. */
    private static final Set<String> WORK = Set.of("unbilledSales", "entered", "enteredOnFixedPrice");

    private Invoices() {}

    static boolean isSealed(Row invoice) {
        return invoice.is("status", "confirmed") || invoice.is("status", "posted");
    }

    static boolean isSealed(Books books, String invoice) {
        Row header = books.office("invoice", "invoice").get(invoice);
        return header != null && isSealed(header);
    }

    /** It can still be edited or deleted: what it holds is not billed yet. */
    static boolean isDraft(Row invoice) {
        return invoice.is("status", "drafting") || invoice.is("status", "draft") || invoice.is("status", "inReview");
    }

    static Map<String, List<Row>> details(Books books) {
        return Books.grouped(books.office("invoiceLineDetail").stream(), detail -> detail.text("invoice"));
    }

    static void headers(Books books, Findings findings) {
        Map<String, List<Row>> byInvoice = details(books);
        for (Row invoice : books.office("invoice")) {
            List<Row> details = byInvoice.getOrDefault(invoice.text("invoice"), List.of());
            if (!invoice.is("status", "drafting")) {
                findings.same((long) details.size(), invoice.number("lines"), "The number of lines of " + invoice);
                Sums total = new Sums();
                details.forEach(detail -> total.add(charged(detail)));
                findings.same(total, new Sums().add(invoice.amount("total")), "The total of " + invoice);
            }
            for (Row detail : details) {
                findings.same(
                        invoice.text("contract"),
                        detail.map("dimensions").text("contract"),
                        "The contract of " + detail);
                findings.same(
                        invoice.text("customer"),
                        detail.map("dimensions").text("customer"),
                        "The customer of " + detail);
                findings.require(
                        !WORK.contains(detail.text("billable"))
                                || detail.text("transactionDate").compareTo(invoice.text("invoiceDate")) <= 0,
                        detail + " is of work that is later than " + invoice);
            }
            findings.same(isSealed(invoice), invoice.has("controlTotals"), "That control totals are on " + invoice);
            findings.same(
                    invoice.is("status", "posted"),
                    invoice.has("customerInvoice"),
                    "That a customer invoice is on " + invoice);
        }
    }

    /** Nobody is drafting or confirming any more. */
    static void atRest(Books books, Findings findings) {
        for (Row invoice : books.office("invoice")) {
            findings.require(
                    !invoice.is("status", "drafting") && !invoice.is("status", "confirming"),
                    invoice + " is still " + invoice.text("status"));
        }
        books.office("intake").forEach(intake -> findings.add(intake + " still takes lines"));
    }

    /** The control totals on the proforma are those of the actuals that name it, and its total is what they charge. */
    static void sealed(Books books, Findings findings) {
        Map<String, List<Row>> byInvoice =
                Books.grouped(books.actuals().values().stream(), actual -> actual.textOr("invoice", null));
        for (Row invoice : books.office("invoice")) {
            List<Row> actuals = byInvoice.getOrDefault(invoice.text("invoice"), List.of());
            if (isSealed(invoice)) {
                Row totals = invoice.map("controlTotals");
                String whose = " of " + invoice;
                Totals.compare("billedSales", actuals.stream().filter(Invoices::isBilled), totals, whose, findings);
                Totals.compare("reversal", unbilled(actuals, true), totals, whose, findings);
                Totals.compare("unbilledSales", unbilled(actuals, false), totals, whose, findings);
                Totals.charged(actuals.stream().filter(Invoices::isBilled), totals, whose, findings);
                Totals.ids(actuals.stream().filter(Invoices::isBilled), totals, whose, findings);
                findings.same(totals.amount("charged"), invoice.amount("total"), "The total" + whose);
            } else {
                findings.require(
                        actuals.isEmpty() || invoice.is("status", "confirming"),
                        invoice + " is not confirmed and has actuals: " + actuals);
            }
        }
    }

    /** What the line adds to its invoice; a correction adds the change. */
    private static Amount charged(Row detail) {
        Amount amount = detail.amount("amount");
        if (!Books.isChargeable(detail)) {
            return Amount.zero(amount.currency());
        }
        return detail.is("billable", "billedSales")
                ? amount.plus(detail.map("backing").amount("amount").negated())
                : amount;
    }

    private static boolean isBilled(Row actual) {
        return actual.is("type", "billedSales");
    }

    private static Stream<Row> unbilled(List<Row> actuals, boolean skipSync) {
        return actuals.stream()
                .filter(actual -> actual.is("type", "unbilledSales") && actual.flag("skipSync") == skipSync);
    }

    /** Counts, sums and folded ids, compared with control totals. */
    static final class Totals {

        private Totals() {}

        static void compare(String name, Stream<Row> facts, Row totals, String whose, Findings findings) {
            List<Row> all = facts.toList();
            Sums sum = new Sums();
            all.forEach(fact -> sum.add(fact.amount("amount")));
            findings.same((long) all.size(), totals.number(name + "Count"), "The count of " + name + whose);
            findings.same(sum, new Sums().add(totals.amount(name + "Amount")), "The sum of " + name + whose);
        }

        static void charged(Stream<Row> facts, Row totals, String whose, Findings findings) {
            Sums sum = new Sums();
            facts.filter(Books::isChargeable).forEach(fact -> sum.add(fact.amount("amount")));
            findings.same(sum, new Sums().add(totals.amount("charged")), "What is charged" + whose);
        }

        static void ids(Stream<Row> facts, Row totals, String whose, Findings findings) {
            long[] folded = {0, 0};
            facts.map(fact -> UUID.fromString(fact.text("actual"))).forEach(id -> {
                folded[0] ^= id.getMostSignificantBits();
                folded[1] ^= id.getLeastSignificantBits();
            });
            findings.same(
                    new UUID(folded[0], folded[1]).toString(), totals.text("billedSalesIds"), "The folded ids" + whose);
        }
    }
}
