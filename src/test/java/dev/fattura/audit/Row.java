package dev.fattura.audit;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.List;
import java.util.Map;

/** An item, or a map within one, as the auditor sees it: a key and attributes. */
record Row(Key key, Map<String, Object> values) {

    static Row of(Item item) {
        return new Row(item.key(), item.attributes());
    }

    String kind() {
        return textOr("kind", "nothing");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return require(name, String.class);
    }

    String textOr(String name, String fallback) {
        return has(name) ? text(name) : fallback;
    }

    boolean is(String name, String value) {
        return value.equals(values.get(name));
    }

    long number(String name) {
        return require(name, Long.class);
    }

    boolean flag(String name) {
        return require(name, Boolean.class);
    }

    Amount amount(String name) {
        return Amount.parse(text(name));
    }

    @SuppressWarnings("unchecked")
    Row map(String name) {
        return new Row(key, require(name, Map.class));
    }

    @SuppressWarnings("unchecked")
    List<Row> list(String name) {
        if (!has(name)) {
            return List.of();
        }
        List<Map<String, Object>> maps = require(name, List.class);
        return maps.stream().map(map -> new Row(key, map)).toList();
    }

    private <T> T require(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException(this + " has no " + name + ": " + value);
        }
        return type.cast(value);
    }

    /** Enough to find it in the table. */
    @Override
    public String toString() {
        return values.getOrDefault("kind", "map") + " " + key.partition() + "/" + key.sort();
    }
}
