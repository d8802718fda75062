package dev.fattura.support;

import dev.fattura.store.Commit;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Page;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table that hands every call on to another, but for what whoever extends it does otherwise. */
public abstract class HandedOn implements Table {

    protected final Table table;

    protected HandedOn(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Item> get(Key key) {
        return table.get(key);
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
