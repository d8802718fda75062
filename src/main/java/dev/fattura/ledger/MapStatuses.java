package dev.fattura.ledger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which table maps are paused, and since when; all others run.
 *
 * @param version rises with every change; 0 where none was ever paused
 */
public record MapStatuses(long version, Map<Crossing, Instant> paused) {

    public MapStatuses {
        paused = Map.copyOf(paused);
    }

    public static MapStatuses allRun() {
        return new MapStatuses(0, Map.of());
    }

    /**
     * Whether anything of that crossing may be carried now. A transaction relationship crosses in the row of its actual, so these
     * two move together: while one of them is paused, neither crosses (domain.md 4.2).
     */
    public boolean carries(Crossing crossing) {
        return switch (crossing) {
            case ACTUALS, RELATIONSHIPS ->
                !paused.containsKey(Crossing.ACTUALS) && !paused.containsKey(Crossing.RELATIONSHIPS);
            case CONTRACTS, PROPOSALS, ACCOUNTING, CUSTOMER_INVOICES -> !paused.containsKey(crossing);
        };
    }

    public MapStatuses pausing(Crossing crossing, Instant since) {
        Map<Crossing, Instant> more = copy();
        more.put(crossing, since);
        return new MapStatuses(version + 1, more);
    }

    public MapStatuses resuming(Crossing crossing) {
        Map<Crossing, Instant> fewer = copy();
        fewer.remove(crossing);
        return new MapStatuses(version + 1, fewer);
    }

    private Map<Crossing, Instant> copy() {
        Map<Crossing, Instant> copy = new EnumMap<>(Crossing.class);
        copy.putAll(paused);
        return copy;
    }
}
