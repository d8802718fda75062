package dev.fattura.store;

import dev.fattura.ledger.Placed;
import java.util.UUID;

/**
 * Spreads the rows of a large invoice over partitions, since one partition gives 1,000 write units a second (design.md,
 * section 4). The count is chosen once, kept on the header and on every row, and never changed.
 */
public final class Shards {

    /** So many lines share a partition. */
    static final int LINES_PER_SHARD = 500;

    static final int MOST = 64;

    private Shards() {}

    /** Partitions for an invoice of that many lines: 1 up to 500 lines, at most 64. */
    public static int forLines(long lines) {
        return (int) Math.max(1, Math.min(MOST, (lines + LINES_PER_SHARD - 1) / LINES_PER_SHARD));
    }

    /** The partition of a row, from 0; what shares a sheet shares it. */
    static int of(UUID id, int shards) {
        return Math.floorMod(Placed.sheetOf(id).hashCode(), shards);
    }
}
