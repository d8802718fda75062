package dev.fattura.staging;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Table;
import dev.fattura.support.HandedOn;
import java.util.Optional;

/** A table on which somebody else does something, once, just before an item of that partition is read. */
final class OvertakenTable extends HandedOn {

    private final String partition;
    private Runnable other;

    OvertakenTable(Table table, String partition, Runnable other) {
        super(table);
        this.partition = partition;
        this.other = other;
    }

    @Override
    public Optional<Item> get(Key key) {
        if (key.partition().equals(partition)) {
            Runnable now = other;
            other = () -> {};
            now.run();
        }
        return table.get(key);
    }
}
