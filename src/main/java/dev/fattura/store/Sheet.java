package dev.fattura.store;

import dev.fattura.ledger.Identifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Facts that were made together, as one item: an item is paid for by the whole KB, and a fact fills a tenth of one. What they have in common is
 * said once ({@link Columns}). Only {@link PackedTable} makes them; whoever reads a stream or a whole table takes them {@link #apart}.
 *
 * @param facts by their keys, each as if it had an item of its own
 */
record Sheet(Key key, TreeMap<Key, Item> facts) {

    /** Of the kind. */
    private static final String PLURAL = "s";

    private static final String TABLE = "sheet";

    static Sheet empty(Key key) {
        return new Sheet(key, new TreeMap<>());
    }

    static Sheet of(Item stored) {
        Sheet sheet = empty(stored.key());
        apart(stored).forEach(fact -> sheet.facts().put(fact.key(), fact));
        return sheet;
    }

    Optional<Item> get(Key fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /** With those changes. */
    Sheet with(Collection<Write> writes) {
        TreeMap<Key, Item> changed = new TreeMap<>(facts);
        for (Write write : writes) {
            Item item = write.item();
            if (item == null) {
                changed.remove(write.key());
            } else {
                changed.put(write.key(), item);
            }
        }
        return new Sheet(key, changed);
    }

    /** Where it is stored; not for an empty one. */
    Item item() {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (Item fact : facts.values()) {
            Map<String, Object> map = new TreeMap<>(fact.attributes());
            map.remove(Item.KIND);
            map.put(Key.PARTITION, fact.key().partition());
            map.put(Key.SORT, fact.key().sort());
            maps.add(map);
        }
        Map<String, Object> table = Columns.of(maps);
        return Item.of(key, facts.firstEntry().getValue().kind() + PLURAL)
                .number(Item.VERSION, version(table))
                .map(TABLE, table)
                .build();
    }

    /** Stands for what is on it, so that a condition on it holds as long as nobody has changed anything. */
    private static long version(Map<String, Object> table) {
        return Identifiers.derived(TABLE, table.toString()).getMostSignificantBits();
    }

    static long version(Item stored) {
        return stored.read().number(Item.VERSION);
    }

    static boolean is(Item item) {
        return item.attributes().get(TABLE) instanceof Map;
    }

    /** A sheet as the facts on it, each as an item of its own; any other item as it is. */
    static Stream<Item> apart(Item item) {
        if (!is(item)) {
            return Stream.of(item);
        }
        String kind = item.kind().substring(0, item.kind().length() - PLURAL.length());
        return Columns.read(item.read().map(TABLE).orElseThrow()).stream().map(map -> {
            Attributes place = new Attributes(Map.copyOf(map));
            Key key = new Key(place.text(Key.PARTITION), place.text(Key.SORT));
            map.remove(Key.PARTITION);
            map.remove(Key.SORT);
            map.put(Item.KIND, kind);
            return new Item(key, map);
        });
    }
}
