package dev.fattura.staging;

import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What waits: counted, and only the first of it kept, since a whole invoice may wait for one exchange rate. */
final class Waiting {

    /** An answer has room for so many; {@code GET /staging} shows all, in pages. */
    private static final int KEPT = 1_000;

    private final List<Work> first = new ArrayList<>();
    private long count;
    private long following;

    void add(Work work) {
        count++;
        following += WaitingReason.ORIGINAL_NOT_IMPORTED.code().equals(work.code()) ? 1 : 0;
        keep(work);
    }

    void add(Waiting other) {
        count += other.count;
        following += other.following;
        other.first.forEach(this::keep);
    }

    private void keep(Work work) {
        if (first.size() < KEPT) {
            first.add(work);
        }
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
