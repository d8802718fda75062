package dev.fattura.audit;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.support.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Tables in order, with something of everything: a posted invoice, a confirmed one that waits, a draft, a deleted one, and a
 * backlog. What is planted into them is planted into a copy.
 */
final class GoodTables {

    private static final GoodTables PLAYED = play();

    private final Map<Key, Item> office;
    private final Map<Key, Item> finance;

    private GoodTables(Map<Key, Item> office, Map<Key, Item> finance) {
        this.office = new TreeMap<>(office);
        this.finance = new TreeMap<>(finance);
    }

    static GoodTables copy() {
        return new GoodTables(PLAYED.office, PLAYED.finance);
    }

    List<Violation> audit() {
        return Auditor.audit(office, finance, Moment.SETTLED);
    }

    /** The first item of a kind for which that holds. */
    Item office(String kind, Predicate<Row> which) {
        return first(office, kind, which);
    }

    Item finance(String kind, Predicate<Row> which) {
        return first(finance, kind, which);
    }

    void putOffice(Item item) {
        office.put(item.key(), item);
    }

    void putFinance(Item item) {
        finance.put(item.key(), item);
    }

    void removeOffice(Item item) {
        office.remove(item.key());
    }

    void removeFinance(Item item) {
        finance.remove(item.key());
    }

    /** The item with another value of an attribute; {@code null} takes the attribute away. */
    static Item with(Item item, String name, Object value) {
        Map<String, Object> attributes = new HashMap<>(item.attributes());
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
        return new Item(item.key(), attributes);
    }

    /** The item with another value within a map of it. */
    static Item with(Item item, String map, String name, Object value) {
        Map<String, Object> inner = new TreeMap<>(Row.of(item).map(map).values());
        inner.put(name, value);
        return with(item, map, inner);
    }

    /** The item with another value in the first map of a list of it. */
    static Item withFirst(Item item, String list, String name, Object value) {
        List<Row> rows = Row.of(item).list(list);
        Map<String, Object> first = new TreeMap<>(rows.get(0).values());
        first.put(name, value);
        List<Object> maps = new java.util.ArrayList<>();
        maps.add(first);
        rows.stream().skip(1).forEach(row -> maps.add(row.values()));
        return with(item, list, maps);
    }

    /** The same attributes at another key. */
    static Item at(Item item, String partition, String sort) {
        return new Item(new Key(partition, sort), item.attributes());
    }

    private static Item first(Map<Key, Item> table, String kind, Predicate<Row> which) {
        return table.values().stream()
                .filter(item -> kind.equals(item.attributes().get("kind")))
                .filter(item -> which.test(Row.of(item)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The good tables have no such " + kind));
    }

    private static GoodTables play() {
        World world = new World();
        world.audit().waive("it is made once, for many tests");
        Sample.record(world);
        world.settle();
        return new GoodTables(world.office().contents(), world.finance().contents());
    }
}
