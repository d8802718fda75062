package dev.fattura.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Each item by itself: what a table is to whoever uses it. It answers as little as every table promises. */
final class PlainTable {

    private final TreeMap<Key, Item> items = new TreeMap<>();

    Map<Key, Item> items() {
        return items;
    }

    void putAll(List<Item> puts) {
        puts.forEach(item -> items.put(item.key(), item));
    }

    /** What was there in the place of one of them, unless it is the same. */
    List<Item> putNew(List<Item> puts) {
        List<Item> others = new ArrayList<>();
        for (Item item : puts) {
            Item there = items.putIfAbsent(item.key(), item);
            if (there != null && !there.equals(item)) {
                others.add(there);
            }
        }
        return others;
    }

    void deleteAll(List<Key> keys) {
        keys.forEach(items::remove);
    }

    /** A single write that has happened before is done. */
    boolean commit(List<Write> writes) {
        boolean repeated = writes.size() == 1
                && writes.get(0).item() != null
                && Objects.equals(writes.get(0).item(), items.get(writes.get(0).key()));
        boolean done = repeated || writes.stream().allMatch(this::holds);
        if (done) {
            writes.forEach(this::write);
        }
        return done;
    }

    private void write(Write write) {
        if (write.item() == null) {
            items.remove(write.key());
        } else {
            items.put(write.key(), write.item());
        }
    }

    boolean holds(Write write) {
        Item existing = items.get(write.key());
        return switch (write.condition().kind()) {
            case NONE -> true;
            case ABSENT -> existing == null;
            case PRESENT -> existing != null;
            case VERSION ->
                existing != null
                        && existing.read().number(Item.VERSION)
                                == write.condition().expectedVersion();
        };
    }

    List<Item> getAll(List<Key> keys) {
        return keys.stream()
                .distinct()
                .filter(items::containsKey)
                .map(items::get)
                .toList();
    }

    List<Item> partition(String partition, String sortPrefix) {
        return items.values().stream()
                .filter(item -> item.key().partition().equals(partition)
                        && item.key().sort().startsWith(sortPrefix))
                .toList();
    }
}
