package dev.fattura.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of an item or of a map within one; what is missing or of another type is a corrupt table and throws. */
public record Attributes(Map<String, Object> values) {

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name) {
        return require(name, String.class);
    }

    public @Nullable String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    public long number(String name) {
        return require(name, Long.class);
    }

    public boolean flag(String name) {
        return require(name, Boolean.class);
    }

    /** The maps of a list; empty when the attribute is not there. */
    public List<Attributes> list(String name) {
        if (!has(name)) {
            return List.of();
        }
        List<?> maps = require(name, List.class);
        return maps.stream().map(map -> ofMap(name, map)).toList();
    }

    /** A map of texts; empty when the attribute is not there. */
    public Map<String, String> texts(String name) {
        Map<String, String> texts = new TreeMap<>();
        map(name).ifPresent(map -> map.values().keySet().forEach(key -> texts.put(key, map.text(key))));
        return texts;
    }

    public Optional<Attributes> map(String name) {
        return has(name) ? Optional.of(ofMap(name, require(name, Map.class))) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static Attributes ofMap(String name, Object map) {
        if (!(map instanceof Map)) {
            throw new IllegalStateException("Attribute " + name + " is not a list of maps: " + map);
        }
        return new Attributes((Map<String, Object>) map);
    }

    private <T> T require(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("Attribute " + name + " is not a " + type.getSimpleName() + ": " + value);
        }
        return type.cast(value);
    }
}
