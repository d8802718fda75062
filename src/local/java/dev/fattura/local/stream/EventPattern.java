package dev.fattura.local.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * A filter of an event source mapping: a JSON pattern of which every member must match the event. A leaf is a list of
 * alternatives: exact values, {@code {"exists":..}}, {@code {"prefix":..}}, {@code {"anything-but":..}}. Other rules, and the numeric ones that
 * AWS does not support for DynamoDB JSON either, are refused when the pattern is read, not ignored.
 */
public final class EventPattern {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> RULES = List.of("exists", "prefix", "anything-but");
    private final JsonNode pattern;

    private EventPattern(JsonNode pattern) {
        this.pattern = pattern;
    }

    public static EventPattern parse(String pattern) {
        try {
            JsonNode node = JSON.readTree(pattern);
            check(node, pattern);
            return new EventPattern(node);
        } catch (JsonProcessingException invalid) {
            throw new IllegalArgumentException("The filter pattern is no JSON: " + pattern, invalid);
        }
    }

    public boolean matches(JsonNode event) {
        return matches(pattern, event);
    }

    private static void check(JsonNode node, String whole) {
        if (node.isObject() && !node.isEmpty()) {
            node.forEach(child -> check(child, whole));
        } else if (!node.isArray() || node.isEmpty()) {
            throw new IllegalArgumentException("A leaf of a filter pattern is a list that is not empty: " + whole);
        } else {
            node.forEach(alternative -> {
                if (alternative.isContainerNode() && !isKnownRule(alternative)) {
                    throw new IllegalArgumentException(
                            "Not a rule of the local cloud: " + alternative + " in " + whole);
                }
            });
        }
    }

    private static boolean isKnownRule(JsonNode rule) {
        return rule.size() == 1 && RULES.contains(rule.fieldNames().next());
    }

    private static boolean matches(JsonNode pattern, JsonNode event) {
        for (Map.Entry<String, JsonNode> member : pattern.properties()) {
            JsonNode actual = event.path(member.getKey());
            boolean matched = member.getValue().isObject()
                    ? matches(member.getValue(), actual)
                    : matchesAny(member.getValue(), actual);
            if (!matched) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesAny(JsonNode alternatives, JsonNode actual) {
        for (JsonNode alternative : alternatives) {
            if (alternative.isObject() ? matchesRule(alternative, actual) : hasValue(actual, alternative)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesRule(JsonNode rule, JsonNode actual) {
        if (rule.has("exists")) {
            return rule.get("exists").asBoolean() == (actual.isValueNode() || actual.isArray());
        }
        if (rule.has("prefix")) {
            return actual.isTextual()
                    && actual.textValue().startsWith(rule.get("prefix").textValue());
        }
        JsonNode excluded = rule.get("anything-but");
        return actual.isValueNode() && !actual.isMissingNode() && !isExcluded(excluded, actual);
    }

    private static boolean isExcluded(JsonNode excluded, JsonNode actual) {
        if (excluded.isObject()) {
            return matchesRule(excluded, actual);
        }
        return excluded.isArray() ? matchesAny(excluded, actual) : hasValue(actual, excluded);
    }

    /** A list in the event matches when one of its elements does. */
    private static boolean hasValue(JsonNode actual, JsonNode expected) {
        if (actual.isArray()) {
            for (JsonNode element : actual) {
                if (element.equals(expected)) {
                    return true;
                }
            }
        }
        return actual.equals(expected);
    }
}
