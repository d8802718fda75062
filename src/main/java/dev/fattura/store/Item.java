package dev.fattura.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An item of a table: its key, and attributes that are text, whole numbers, flags, or lists of maps of these.
 *
 * <p>There are no decimals: money is in minor units, and prices, rates and quantities are text, which keeps their scale.
 */
public record Item(Key key, Map<String, Object> attributes) {

    /** The attribute that says what an item is; stream filters and the sweep go by it. */
    public static final String KIND = "kind";

    /** The attribute that {@link Condition#version} compares. */
    public static final String VERSION = "version";

    public Item {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    public static Builder of(Key key, String kind) {
        return new Builder(key).text(KIND, kind);
    }

    public String kind() {
        return text(KIND);
    }

    public Attributes read() {
        return new Attributes(attributes);
    }

    public String text(String name) {
        return read().text(name);
    }

    /** Builds an item; a null value leaves the attribute out. */
    public static final class Builder {

        private final Key key;
        private final Map<String, Object> attributes = new LinkedHashMap<>();

        private Builder(Key key) {
            this.key = key;
        }

        public Builder text(String name, @Nullable Object value) {
            return value == null ? this : put(name, value.toString());
        }

        public Builder number(String name, long value) {
            return put(name, value);
        }

        public Builder flag(String name, boolean value) {
            return put(name, value);
        }

        /** A list of maps; an empty one is left out. */
        public Builder list(String name, List<Map<String, Object>> values) {
            return values.isEmpty() ? this : put(name, new ArrayList<>(values));
        }

        /** A map of texts; an empty one is left out, since not every reader of a stream can tell one from nothing. */
        public Builder texts(String name, Map<String, String> values) {
            return values.isEmpty() ? this : put(name, new TreeMap<>(values));
        }

        public Builder map(String name, Map<String, Object> values) {
            return put(name, new TreeMap<>(values));
        }

        /** The same attributes as in that map, which a codec made. */
        public Builder all(Map<String, Object> values) {
            attributes.putAll(values);
            return this;
        }

        public Item build() {
            return new Item(key, attributes);
        }

        private Builder put(String name, Object value) {
            attributes.put(name, value);
            return this;
        }
    }
}
