package dev.fattura.store;

import dev.fattura.ledger.Actual;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Facts of actuals that have one cause, as one item where they are written at once: an item is paid for by the whole KB, and a
 * fact fills a third of one. What they have in common is said once.
 *
 * <p>A fact that is written without its companion has an item of its own. Whoever reads looks into both places, and gets each fact
 * as if it had an item of its own.
 */
public final class Together {

    private static final String FACTS = "facts";
    private static final String ACTUAL = "actual";
    private static final String PARTITION = "ACTUAL#";

    /** Of the sort key and of the kind. */
    private static final String PLURAL = "s";

    private final String sort;

    /** @param sort the sort key of a fact that has an item of its own */
    Together(String sort) {
        this.sort = sort;
    }

    /** The partition of an actual's facts. */
    static String partition(Actual.Id actual) {
        return PARTITION + actual;
    }

    /** Where the fact of an actual is, as whoever reads sees it. */
    Key key(Actual.Id actual) {
        return new Key(partition(actual), sort);
    }

    private Key shared(Actual.Id actual) {
        return new Key(PARTITION + actual.cause(), sort + PLURAL);
    }

    /** Those facts, each an item of its own, as the items to be written. */
    List<Item> items(List<Item> facts) {
        Map<UUID, List<Item>> byCause = new LinkedHashMap<>();
        facts.forEach(fact -> byCause.computeIfAbsent(actual(fact).cause(), any -> new ArrayList<>())
                .add(fact));
        return byCause.values().stream()
                .map(companions -> companions.size() == 1 ? companions.get(0) : together(companions))
                .toList();
    }

    private Item together(List<Item> companions) {
        Map<String, Object> common = new TreeMap<>(companions.get(0).attributes());
        companions.forEach(fact -> common.entrySet()
                .removeIf(entry -> !entry.getValue().equals(fact.attributes().get(entry.getKey()))));
        List<Map<String, Object>> rest = new ArrayList<>();
        for (Item fact : companions) {
            Map<String, Object> own = new TreeMap<>(fact.attributes());
            own.keySet().removeAll(common.keySet());
            rest.add(own);
        }
        common.remove(Item.KIND);
        return Item.of(shared(actual(companions.get(0))), companions.get(0).kind() + PLURAL)
                .all(common)
                .list(FACTS, rest)
                .build();
    }

    /** The facts of those actuals that are there, each as an item of its own, in no order. */
    List<Item> find(Table table, Collection<Actual.Id> actuals) {
        Set<Key> wanted = new LinkedHashSet<>();
        Set<Key> shared = new LinkedHashSet<>();
        for (Actual.Id actual : actuals) {
            wanted.add(key(actual));
            if (actual.hasCompanion()) {
                shared.add(shared(actual));
            }
        }
        List<Item> found = new ArrayList<>();
        for (Item item : table.getAll(List.copyOf(shared))) {
            apart(item).filter(fact -> wanted.remove(fact.key())).forEach(found::add);
        }
        found.addAll(table.getAll(List.copyOf(wanted)));
        return found;
    }

    /** The writes that take away the fact of an actual and leave its companion; only in a commit that keeps others from writing either. */
    List<Write> removal(Table table, Actual.Id actual) {
        Optional<Item> shared = actual.hasCompanion() ? table.get(shared(actual)) : Optional.empty();
        List<Item> companions = shared.stream().flatMap(Together::apart).toList();
        if (companions.stream().noneMatch(fact -> fact.key().equals(key(actual)))) {
            return List.of(Write.delete(key(actual), Condition.NONE));
        }
        List<Write> writes = new ArrayList<>(List.of(Write.delete(shared(actual), Condition.NONE)));
        companions.stream()
                .filter(fact -> !fact.key().equals(key(actual)))
                .forEach(fact -> writes.add(Write.put(fact, Condition.NONE)));
        return writes;
    }

    /**
     * An item as the facts in it, each as an item of its own; any other item as it is.
     *
     * @throws IllegalArgumentException if a fact in it does not say whose it is
     */
    public static Stream<Item> apart(Item item) {
        if (!item.attributes().containsKey(FACTS)) {
            return Stream.of(item);
        }
        Map<String, Object> common = new HashMap<>(item.attributes());
        common.remove(FACTS);
        String kind = item.kind().substring(0, item.kind().length() - PLURAL.length());
        String sort = item.key().sort().substring(0, item.key().sort().length() - PLURAL.length());
        return item.read().list(FACTS).stream().map(own -> {
            Map<String, Object> fact = new HashMap<>(common);
            fact.putAll(own.values());
            fact.put(Item.KIND, kind);
            return new Item(new Key(partition(Texts.actual(own.text(ACTUAL))), sort), fact);
        });
    }

    /** Whatever whoever reads sees at a key: an item, or a fact that shares one. */
    public static Optional<Item> get(Table table, Key key) {
        return table.get(key).or(() -> owner(key).stream()
                .flatMap(actual -> new Together(key.sort()).find(table, List.of(actual)).stream())
                .findFirst());
    }

    /** Whose fact would be at a key; a key may come from a record that made no sense. */
    private static Optional<Actual.Id> owner(Key key) {
        if (!key.partition().startsWith(PARTITION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Texts.actual(key.partition().substring(PARTITION.length())));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** A table's contents with every fact as an item of its own. */
    public static Map<Key, Item> apart(Map<Key, Item> contents) {
        Map<Key, Item> apart = new TreeMap<>();
        contents.values().stream().flatMap(Together::apart).forEach(item -> apart.put(item.key(), item));
        return apart;
    }

    private static Actual.Id actual(Item fact) {
        return Texts.actual(fact.text(ACTUAL));
    }
}
