package dev.fattura.store;

import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.NumberSequence;

/** Number sequences. Numbers are taken by a conditional write in the same commit as the document that they are bound to. */
public final class NumberSequenceItem {

    public static final String KIND = "numberSequence";

    private NumberSequenceItem() {}

    public static Key key(NumberSequence.Id sequence) {
        return new Key("SEQUENCE#" + sequence.kind().code() + "#" + sequence.owner(), "SEQUENCE");
    }

    /** The sequence as it stands; a new one begins at 1. */
    public static NumberSequence read(Table table, NumberSequence.Id sequence) {
        return table.get(key(sequence))
                .map(item -> new NumberSequence(sequence, item.read().number(Item.VERSION)))
                .orElseGet(() -> new NumberSequence(sequence, 1));
    }

    /** Takes that range, which must be the sequence's next; fails if somebody else has taken numbers meanwhile. */
    public static Write take(NumberSequence sequence, NumberRange range) {
        Item item = Item.of(key(sequence.id()), KIND)
                .number(Item.VERSION, sequence.after(range).next())
                .build();
        return Write.put(item, sequence.next() == 1 ? Condition.ABSENT : Condition.version(sequence.next()));
    }
}
