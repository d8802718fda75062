package dev.fattura.audit;

import java.util.function.Predicate;

/** How the plants find facts in the good tables. */
final class Which {

    private Which() {}

    static Predicate<Row> any() {
        return row -> true;
    }

    static Predicate<Row> where(String name, String value) {
        return row -> row.is(name, value);
    }

    /** The actual of a type that a transaction became; not the reversal of one. */
    static Predicate<Row> became(String type, String transaction) {
        return where("type", type)
                .and(where("adjustmentStatus", "normal"))
                .and(row -> transaction.equals(Books.origin(row, "approvedTransaction")));
    }

    static Predicate<Row> reversalOf(String transaction) {
        return where("adjustmentStatus", "unadjustable")
                .and(row -> transaction.equals(Books.origin(row, "approvedTransaction")));
    }

    static Predicate<Row> inPartition(String start) {
        return row -> row.key().partition().startsWith(start);
    }
}
