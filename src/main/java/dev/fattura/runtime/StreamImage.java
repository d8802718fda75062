package dev.fattura.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The image of an item in a stream record, which is DynamoDB JSON, as an item of ours. */
final class StreamImage {

    private StreamImage() {}

    /** @throws IllegalArgumentException if it is not the image of an item of ours */
    static Item item(JsonNode image) {
        Map<String, Object> attributes = new TreeMap<>();
        image.properties().forEach(member -> attributes.put(member.getKey(), value(member.getValue())));
        Object partition = attributes.remove(Key.PARTITION);
        Object sort = attributes.remove(Key.SORT);
        if (partition == null || sort == null) {
            throw new IllegalArgumentException("A stream image without its key");
        }
        return new Item(new Key(partition.toString(), sort.toString()), attributes);
    }

    private static Object value(JsonNode typed) {
        if (typed.has("S")) {
            return typed.get("S").asText();
        }
        if (typed.has("N")) {
            return Long.valueOf(typed.get("N").asText());
        }
        if (typed.has("BOOL")) {
            return typed.get("BOOL").asBoolean();
        }
        if (typed.has("L")) {
            List<Object> list = new ArrayList<>();
            typed.get("L").forEach(inner -> list.add(value(inner)));
            return list;
        }
        if (typed.has("M")) {
            Map<String, Object> map = new TreeMap<>();
            typed.get("M").properties().forEach(member -> map.put(member.getKey(), value(member.getValue())));
            return map;
        }
        throw new IllegalArgumentException("An attribute type that is not ours in a stream image");
    }
}
