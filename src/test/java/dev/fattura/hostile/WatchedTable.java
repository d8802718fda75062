package dev.fattura.hostile;

import dev.fattura.store.Commit;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Page;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that knows what was there before each item that a request wrote, and holds every call to the limits of DynamoDB. */
final class WatchedTable implements Table {

    private final Table table;
    private final Map<Key, Optional<Item>> before = new LinkedHashMap<>();

    WatchedTable(Table table) {
        this.table = table;
    }

    /** From now on it is another request. */
    void forget() {
        before.clear();
    }

    /** The items of which something else is there now than before the request. */
    List<Key> changed() {
        List<Key> changed = new ArrayList<>();
        before.forEach((key, item) -> {
            if (!table.get(key).equals(item)) {
                changed.add(key);
            }
        });
        return changed;
    }

    /** Whether that key holds the answer that a chosen Idempotency-Key keeps. */
    boolean isReceipt(Key key) {
        return table.get(key).filter(item -> item.kind().equals("receipt")).isPresent();
    }

    @Override
    public Optional<Item> get(Key key) {
        StoreLimits.requireKey(key);
        return table.get(key);
    }

    @Override
    public List<Item> getAll(List<Key> keys) {
        keys.forEach(StoreLimits::requireKey);
        return table.getAll(keys);
    }

    @Override
    public Page query(String partition, String sortPrefix, String after, int limit) {
        StoreLimits.requireQuery(partition, sortPrefix, after, limit);
        return table.query(partition, sortPrefix, after, limit);
    }

    @Override
    public void putAll(List<Item> items) {
        items.forEach(item -> {
            StoreLimits.requireItem(item);
            remember(item.key());
        });
        table.putAll(items);
    }

    @Override
    public List<Item> putNew(List<Item> items) {
        items.forEach(item -> {
            StoreLimits.requireItem(item);
            remember(item.key());
        });
        return table.putNew(items);
    }

    @Override
    public void deleteAll(List<Key> keys) {
        keys.forEach(key -> {
            StoreLimits.requireKey(key);
            remember(key);
        });
        table.deleteAll(keys);
    }

    @Override
    public Commit commit(List<Write> writes) {
        for (Write write : writes) {
            StoreLimits.requireKey(write.key());
            if (write.item() != null) {
                StoreLimits.requireItem(write.item());
            }
            remember(write.key());
        }
        return table.commit(writes);
    }

    private void remember(Key key) {
        before.computeIfAbsent(key, table::get);
    }
}
