package dev.fattura.staging;

import dev.fattura.store.Commit;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Page;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Optional;

/** A table on which somebody else does something, once, just before an item of that partition is read. */
final class OvertakenTable implements Table {

    private final Table table;
    private final String partition;
    private Runnable other;

    OvertakenTable(Table table, String partition, Runnable other) {
        this.table = table;
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

    @Override
    public List<Item> getAll(List<Key> keys) {
        return table.getAll(keys);
    }

    @Override
    public Page query(String queried, String sortPrefix, String after, int limit) {
        return table.query(queried, sortPrefix, after, limit);
    }

    @Override
    public void putAll(List<Item> items) {
        table.putAll(items);
    }

    @Override
    public List<Item> putNew(List<Item> items) {
        return table.putNew(items);
    }

    @Override
    public void deleteAll(List<Key> keys) {
        table.deleteAll(keys);
    }

    @Override
    public Commit commit(List<Write> writes) {
        return table.commit(writes);
    }
}
