package dev.fattura.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** JSON as a tree, and as text in which something can stand that is no JSON. */
final class Json {

    /** Escapes, so that an unpaired surrogate can be written at all. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String MARK = "@@here@@";

    private Json() {}

    /** A place in a tree: a member of an object, or an entry of a list. */
    record Place(JsonNode parent, String name, int index) {

        JsonNode value() {
            return name == null ? parent.get(index) : parent.get(name);
        }

        void set(JsonNode value) {
            if (name == null) {
                ((ArrayNode) parent).set(index, value);
            } else {
                ((ObjectNode) parent).set(name, value);
            }
        }

        void remove() {
            if (name == null) {
                ((ArrayNode) parent).remove(index);
            } else {
                ((ObjectNode) parent).remove(name);
            }
        }
    }

    /** The tree, or null if it is no JSON that can be read. */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }

    static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** All places below a node, from the top down. */
    static List<Place> places(JsonNode root, Predicate<Place> wanted) {
        List<Place> places = new ArrayList<>();
        collect(root, places);
        places.removeIf(wanted.negate());
        return places;
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node.isObject()) {
            node.properties().forEach(member -> places.add(new Place(node, member.getKey(), -1)));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                places.add(new Place(node, null, index));
            }
        }
        node.forEach(child -> collect(child, places));
    }

    /** The text of the tree with something else, as it is, at that place. */
    static String withRaw(JsonNode root, Place place, String raw) {
        place.set(TextNode.valueOf(MARK));
        return write(root).replace('"' + MARK + '"', raw);
    }

    /** The text of the tree with one more member, as it is, at the end of an object. */
    static String withMember(JsonNode root, ObjectNode object, String rawMember) {
        object.put(MARK, 0);
        return write(root).replace('"' + MARK + "\":0", rawMember);
    }

    static String quoted(String text) {
        return write(TextNode.valueOf(text));
    }
}
