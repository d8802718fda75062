package dev.fattura.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever happens, in whatever order: after each step and in the end the auditor finds nothing. */
class HistoriesTest {

    /** So many in the unit suite; a long run is {@code -Dfattura.histories=5000}. */
    private static final int HISTORIES = Integer.getInteger("fattura.histories", 300);

    /** Replays one history. */
    private static final Long SEED = Long.getLong("fattura.history.seed");

    /** Fewer histories than these need not exercise everything. */
    private static final int ENOUGH = 200;

    @Test
    void everyHistory_leavesTheTablesInOrder() {
        Coverage coverage = new Coverage();
        Map<Long, AssertionError> failures = new ConcurrentSkipListMap<>();
        LongStream seeds = SEED == null ? LongStream.rangeClosed(1, HISTORIES) : LongStream.of(SEED);
        seeds.parallel().forEach(seed -> {
            try {
                History.play(seed, coverage);
            } catch (AssertionError failure) {
                failures.put(seed, failure);
            }
        });
        if (SEED == null) {
            System.out.println(coverage.table());
        }
        if (!failures.isEmpty()) {
            AssertionError first = List.copyOf(failures.values()).get(0);
            throw new AssertionError(
                    "These seeds failed: " + failures.keySet() + "; the first:\n" + first.getMessage(), first);
        }
        if (SEED == null && HISTORIES >= ENOUGH) {
            assertThat(coverage.missing()).as("never exercised").isEmpty();
        }
    }
}
