package dev.fattura.simulation;

import dev.fattura.store.Commit;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Page;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table as a function sees it that does not wait: headers of work that is under way look as if it were done. */
record EarlyReader(Table table, Defect defect) implements Table {

    @Override
    public Optional<Item> get(Key key) {
        return table.get(key).map(item -> defect.seen(item, table));
    }

    @Override
    public List<Item> getAll(List<Key> keys) {
        return table.getAll(keys);
    }

    @Override
    public Page query(String partition, String sortPrefix, @Nullable String after, int limit) {
        return table.query(partition, sortPrefix, after, limit);
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
