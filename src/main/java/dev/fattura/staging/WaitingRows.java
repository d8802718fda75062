package dev.fattura.staging;

import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What waits of the pending rows: counted, and only the first of it kept, since a whole invoice may wait for one exchange rate. */
final class WaitingRows {

    private static final int KEPT = 1_000;

    private final List<Work> first = new ArrayList<>();
    private long count;
    private long following;

    void addAll(List<Work> rows) {
        count += rows.size();
        following += rows.stream()
                .filter(row -> WaitingReason.ORIGINAL_NOT_IMPORTED.code().equals(row.code()))
                .count();
        rows.stream().limit(KEPT - first.size()).forEach(first::add);
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
