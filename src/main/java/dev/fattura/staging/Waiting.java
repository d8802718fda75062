package dev.fattura.staging;

import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What waits: counted, and only the first of it kept, since a whole invoice may wait for one exchange rate. */
final class Waiting {

    /** An answer has room for so many; {@code GET /staging} shows all, in pages. */
    private static final int KEPT = 1_000;

    /** The cause of what was not tried, because another run was at it. */
    private static final String NOT_TRIED = "not-tried";

    private final List<Work> first = new ArrayList<>();
    private final Map<String, Long> byCause = new TreeMap<>();
    private long count;
    private long following;

    void add(Work work) {
        count++;
        byCause.merge(cause(work), 1L, Long::sum);
        following += WaitingReason.ORIGINAL_NOT_IMPORTED.code().equals(work.code()) ? 1 : 0;
        keep(work);
    }

    void add(Waiting other) {
        count += other.count;
        other.byCause.forEach((cause, waiting) -> byCause.merge(cause, waiting, Long::sum));
        following += other.following;
        other.first.forEach(this::keep);
    }

    private void keep(Work work) {
        if (first.size() < KEPT) {
            first.add(work);
        }
    }

    private static String cause(Work work) {
        return Objects.requireNonNullElse(work.code(), NOT_TRIED);
    }

    /** How many wait for each cause, in the order of the causes. */
    Map<String, Long> byCause() {
        return Collections.unmodifiableMap(byCause);
    }

    long count() {
        return count;
    }

    /** How many come after what they reverse, which another walk may let them do. */
    long following() {
        return following;
    }

    List<Work> first() {
        return Collections.unmodifiableList(first);
    }
}
