package dev.fattura.store;

import dev.fattura.ledger.Invoice;
import java.time.Instant;
import java.util.Optional;

/**
 * When a proposal header crossed, for whoever measures how long it then waited; nothing is decided by it. It lies beside the header and
 * not on it, because what a header says follows from facts alone.
 */
public final class CrossedItem {

    public static final String KIND = "crossed";

    private CrossedItem() {}

    private static Key key(Invoice.Id proposal) {
        return new Key("PROGRESS#" + proposal, KIND);
    }

    public static Write put(Invoice.Id proposal, Instant at) {
        return Write.put(
                Item.of(key(proposal), KIND).number("at", at.toEpochMilli()).build(), Condition.NONE);
    }

    /** Nothing for what crossed before this was kept. */
    public static Optional<Instant> find(Table finance, Invoice.Id proposal) {
        return finance.get(key(proposal))
                .map(item -> Instant.ofEpochMilli(item.read().number("at")));
    }
}
