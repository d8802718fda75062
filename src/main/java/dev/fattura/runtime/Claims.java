package dev.fattura.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a claim. An HTTP API hands every claim over as a text, and a list of the token as {@code [first second]}; what is told
 * here are the words, however they are separated. A word is taken whole or not at all: nothing is cut out of it.
 */
final class Claims {

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    private Claims() {}

    /** Empty of what is neither a text nor a list of texts. */
    static Set<String> values(JsonNode claim) {
        return claim.isTextual() ? ofText(claim.textValue().strip()) : ofList(claim);
    }

    private static Set<String> ofList(JsonNode list) {
        Set<String> words = new LinkedHashSet<>();
        if (list.isArray()) {
            list.forEach(entry -> {
                if (entry.isTextual() && !entry.textValue().isBlank()) {
                    words.add(entry.textValue());
                }
            });
        }
        return words;
    }

    private static Set<String> ofText(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        if (bracketed && text.contains("\"")) {
            return ofJson(text);
        }
        Set<String> words = new LinkedHashSet<>();
        for (String word : SEPARATOR.split(bracketed ? text.substring(1, text.length() - 1) : text, -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static Set<String> ofJson(String text) {
        try {
            return ofList(Json.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | NumberFormatException malformed) {
            return Set.of();
        }
    }
}
