package dev.fattura.hostile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What was sent of each kind, and what was answered. */
final class Tally {

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> origins = new TreeMap<>();
    private long sent;
    private long slowest;

    Tally() {
        Mutation.ALL.forEach(mutation -> rows.put(mutation.words(), new Row()));
    }

    /** The counts of one kind. */
    private static final class Row {
        private long sent;
        private long done;
        private long refused;
        private long failed;
        private long unreadable;
    }

    void count(Mutation mutation, Delivery delivery) {
        Row row = rows.get(mutation.words());
        row.sent++;
        if (delivery.unreadable()) {
            row.unreadable++;
        } else if (delivery.refused()) {
            row.refused++;
        } else if (delivery.failures() > 0) {
            row.failed++;
        } else {
            row.done++;
        }
    }

    void count(Delivery delivery) {
        sent++;
        slowest = Math.max(slowest, delivery.nanos());
        outcomes.merge(delivery.outcome(), 1L, Long::sum);
        origins.merge(delivery.attack().valid().origin(), 1L, Long::sum);
    }

    long sent(Mutation mutation) {
        return rows.get(mutation.words()).sent;
    }

    long refused() {
        return rows.values().stream().mapToLong(row -> row.refused).sum();
    }

    /** How many were done although they had been damaged so. */
    long done() {
        return rows.values().stream().mapToLong(row -> row.done).sum();
    }

    Map<String, Long> origins() {
        return origins;
    }

    long slowestMillis() {
        return slowest / 1_000_000;
    }

    /** Without any time, so that the same seed gives the same. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(String.format(
                "%n%-42s %9s %9s %9s %9s %9s%n", "damage", "sent", "done", "refused", "failed", "unreadable"));
        rows.forEach((words, row) -> table.append(String.format(
                "%-42s %9d %9d %9d %9d %9d%n", words, row.sent, row.done, row.refused, row.failed, row.unreadable)));
        return table.append(String.format("%n%d events from %d origins; %s%n", sent, origins.size(), outcomes))
                .toString();
    }
}
