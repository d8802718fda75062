package dev.fattura.store;

import dev.fattura.ledger.Placed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How items are stored: which of them share a sheet, those whose keys end with ids that say so ({@link Placed}), and long lists of others
 * as tables.
 */
public final class Packing {

    private static final int ID = 36;
    private static final int LINE = 4;
    private static final int PART_AND_LINE = 6;

    /** Partitions of one fact each; the name of the partition of what they are packed into has one letter more. */
    private static final String ACTUAL = "ACTUAL#";

    private static final String CLAIM = "CLAIM#";

    /** Partitions of many facts, which lie in the order of their sort keys; so do the sheets. */
    private static final List<String> ORDERED = List.of("INVOICE#", "PROPOSAL#", "BACKLOG#");

    /** As long as one is not worth a table. */
    private static final int LONGEST_LIST = 8;

    private static final String TABLE = "table";

    private Packing() {}

    /** The key of the sheet on which an item with that key is; empty for one that has an item of its own. */
    static Optional<Key> sheet(Key key) {
        String partition = key.partition();
        if (partition.startsWith(ACTUAL)) {
            return placed(partition)
                    .map(id -> new Key(
                            "ACTUALS#" + id.substring(0, ID - PART_AND_LINE),
                            key.sort() + "#" + id.substring(ID - PART_AND_LINE, ID - LINE)));
        }
        if (partition.startsWith(CLAIM)) {
            return placed(partition).map(id -> new Key("CLAIMS#" + id.substring(0, ID - LINE), key.sort()));
        }
        return ordered(partition)
                ? placed(key.sort()).map(id -> new Key(partition, withoutLine(key.sort())))
                : Optional.empty();
    }

    /** The key of the stored item in which an item with that key is. */
    public static Key stored(Key key) {
        return sheet(key).orElse(key);
    }

    /** Whether the sort keys of that partition may be those of sheets. */
    static boolean ordered(String partition) {
        return ORDERED.stream().anyMatch(partition::startsWith);
    }

    private static String withoutLine(String sort) {
        return sort.substring(0, sort.length() - LINE);
    }

    private static Optional<String> placed(String text) {
        String id = text.substring(Math.max(0, text.length() - ID));
        return Placed.is(id) ? Optional.of(id) : Optional.empty();
    }

    /**
     * Values in their order, in parts that touch no more items than one commit can write; {@link Parts} writes them.
     *
     * @param touched the keys that a value writes
     * @param most stored items of a part
     */
    public static <T> List<List<T>> parts(List<T> values, int most, Function<T, Stream<Key>> touched) {
        List<List<T>> parts = new ArrayList<>();
        List<T> part = new ArrayList<>();
        Set<Key> stored = new HashSet<>();
        for (T value : values) {
            List<Key> keys =
                    touched.apply(value).map(Packing::stored).distinct().toList();
            long more = keys.stream().filter(key -> !stored.contains(key)).count();
            if (stored.size() + more > most && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                stored.clear();
            }
            stored.addAll(keys);
            part.add(value);
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** An item as it is stored: its longer lists as tables. */
    static Item packed(Item item) {
        if (item.attributes().values().stream().noneMatch(Packing::isLong)) {
            return item;
        }
        Map<String, Object> attributes = new TreeMap<>(item.attributes());
        attributes.replaceAll(
                (name, value) -> isLong(value) ? Map.of(TABLE, Columns.of(maps((List<?>) value))) : value);
        return new Item(item.key(), attributes);
    }

    /** A stored item as whoever uses the table sees it. */
    static Item unpacked(Item item) {
        if (item.attributes().values().stream().noneMatch(Packing::isTable)) {
            return item;
        }
        Map<String, Object> attributes = new TreeMap<>(item.attributes());
        attributes.replaceAll((name, value) -> isTable(value) ? Columns.read(table(value)) : value);
        return new Item(item.key(), attributes);
    }

    private static boolean isLong(Object value) {
        return value instanceof List<?> list && list.size() > LONGEST_LIST;
    }

    private static boolean isTable(Object value) {
        return value instanceof Map<?, ?> map && map.size() == 1 && map.get(TABLE) instanceof Map;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(List<?> list) {
        return (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    private static Attributes table(Object value) {
        return new Attributes((Map<String, Object>) value).map(TABLE).orElseThrow();
    }

    /** A stored item as whoever uses the table sees it: a sheet as the facts on it, each as an item of its own. */
    public static Stream<Item> apart(Item item) {
        return Sheet.is(item) ? Sheet.apart(item) : Stream.of(unpacked(item));
    }

    /** A table's contents with every fact as an item of its own. */
    public static Map<Key, Item> apart(Map<Key, Item> contents) {
        Map<Key, Item> apart = new TreeMap<>();
        contents.values().stream().flatMap(Packing::apart).forEach(item -> apart.put(item.key(), item));
        return apart;
    }
}
