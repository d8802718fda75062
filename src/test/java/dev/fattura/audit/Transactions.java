package dev.fattura.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Approved transactions: what became of them sums to what they were. */
final class Transactions {

    private Transactions() {}

    /** An approved transaction is known as such, by the one place where its actuals are; a place where none are is no approval. */
    static void known(Books books, Findings findings) {
        Map<String, Row> places = new HashMap<>();
        books.office("transaction").forEach(place -> places.put(place.text("transaction"), place));
        Map<String, Row> said = new HashMap<>();
        books.office("approvedTransaction")
                .forEach(approval -> said.put(withoutPart(approval.key().partition()), approval));
        Set<String> found = new HashSet<>();
        books.actuals().forEach((id, actual) -> {
            boolean approved = !actual.has("invoice") && actual.is("adjustmentStatus", "normal");
            String transaction = transaction(actual);
            if (!approved || transaction == null) {
                return;
            }
            Row place = places.get(transaction);
            findings.require(
                    place != null, "Transaction " + transaction + " of " + actual + " is not known as approved");
            findings.require(place == null || liesAt(id, place), actual + " is not where " + place + " says");
            found.add(withoutPart(id));
            findings.require(said.containsKey(withoutPart(id)), "Nothing says that " + actual + " is approved");
        });
        said.forEach((place, approval) ->
                findings.require(found.contains(place), approval + " says that what is not there is approved"));
    }

    /** What the ids of everything that a transaction became have in common: all but the two digits of the part. */
    private static String withoutPart(String id) {
        String placed = id.substring(id.length() - 36);
        return placed.substring(0, 30) + placed.substring(32);
    }

    /** An id ends with two digits of its part and four of its line. */
    private static boolean liesAt(String id, Row place) {
        int shared = 30;
        return id.startsWith(place.text("base").substring(0, shared))
                && Integer.parseInt(id.substring(shared + 2), 16) == place.number("line");
    }

    /** What is billed and what is open is what was approved, and what invoices charge above it. */
    static void addUp(Books books, Findings findings) {
        Map<String, List<Row>> details = Books.grouped(
                books.office("invoiceLineDetail").stream()
                        .filter(detail -> Invoices.isSealed(books, detail.text("invoice"))),
                Transactions::transaction);
        byTransaction(books).forEach((transaction, actuals) -> {
            Sums approved = new Sums();
            Sums billedAndOpen = new Sums();
            for (Row actual : actuals) {
                boolean unbilled = actual.is("type", "unbilledSales");
                if (unbilled && !actual.has("invoice")) {
                    approved.add(actual.amount("amount"));
                }
                if (actual.is("type", "billedSales") || books.isOpen(actual)) {
                    billedAndOpen.add(actual.amount("amount"));
                }
            }
            for (Row detail : details.getOrDefault(transaction, List.of())) {
                Amount more = raised(detail);
                if (more.sign() > 0) {
                    approved.add(more);
                }
            }
            findings.same(
                    approved, billedAndOpen, "What of " + transaction + " is billed or open, by " + actuals + ",");
        });
    }

    /** Unbilled sales of a transaction, reversals included, leave what is in the backlog or on a draft. */
    static void open(Books books, Findings findings) {
        byTransaction(books).forEach((transaction, actuals) -> {
            Sums net = new Sums();
            Sums open = new Sums();
            for (Row actual : actuals) {
                if (actual.is("type", "unbilledSales")) {
                    net.add(actual.amount("amount"));
                }
                if (books.isOpen(actual)) {
                    open.add(actual.amount("amount"));
                }
            }
            findings.same(open, net, "The net unbilled sales of " + transaction + ", " + actuals + ",");
        });
    }

    /** The parts that the customers of a contract pay sum to the whole, in quantity and in value. */
    static void splits(Books books, Findings findings) {
        byTransaction(books).forEach((transaction, actuals) -> {
            List<Row> parts = actuals.stream()
                    .filter(actual -> actual.is("type", "unbilledSales") && !actual.has("invoice"))
                    .filter(actual -> actual.is("adjustmentStatus", "normal"))
                    .toList();
            if (parts.isEmpty()
                    || parts.stream().map(part -> part.text("price")).distinct().count() > 1) {
                return;
            }
            BigDecimal quantity = BigDecimal.ZERO;
            Sums amount = new Sums();
            for (Row part : parts) {
                quantity = quantity.add(new BigDecimal(part.text("quantity")));
                amount.add(part.amount("amount"));
            }
            String whole = Quantities.plain(quantity);
            findings.same(
                    new Sums().add(Amount.of(whole, parts.get(0).text("price"))), amount, "What " + parts + " sum to");
            List<Row> costs = actuals.stream()
                    .filter(actual -> actual.is("type", "cost") && actual.is("adjustmentStatus", "normal"))
                    .toList();
            if (costs.size() == 1 && parts.size() > 1 && !billedHigher(parts, costs.get(0), quantity)) {
                findings.same(
                        Quantities.plain(costs.get(0).text("quantity")),
                        whole,
                        "The quantity that " + parts + " sum to");
            }
        });
    }

    /** An approver can have more billed than was worked (domain.md 2.14); then nothing of it is left uncharged. */
    private static boolean billedHigher(List<Row> parts, Row cost, BigDecimal quantity) {
        return parts.stream().allMatch(part -> part.is("billingType", "chargeable"))
                && quantity.compareTo(new BigDecimal(cost.text("quantity"))) > 0;
    }

    private static Map<String, List<Row>> byTransaction(Books books) {
        return Books.grouped(books.actuals().values().stream(), Transactions::transaction);
    }

    private static String transaction(Row row) {
        return Books.origin(row, "approvedTransaction");
    }

    /** What the line says above what stands behind it. */
    private static Amount raised(Row detail) {
        Amount amount = detail.amount("amount");
        return detail.has("backing")
                ? amount.plus(detail.map("backing").amount("amount").negated())
                : Amount.zero(amount.currency());
    }
}
