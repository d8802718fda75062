package dev.fattura.maps;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Financial dimensions as one column carries them: {@code CostCenter=014&Department=022}, in the order of their names, each name and
 * value encoded as in the query of an address, so that no character of theirs can be taken for a separator (domain.md 3.8).
 */
public final class FinancialDimensions {

    private FinancialDimensions() {}

    static @Nullable String text(Map<String, String> dimensions) {
        return dimensions.isEmpty()
                ? null
                : new TreeMap<>(dimensions)
                        .entrySet().stream()
                                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&"));
    }

    /** The dimensions of a column. @throws IllegalArgumentException if the text is not one that a column carries */
    public static Map<String, String> parse(String text) {
        Map<String, String> dimensions = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Not a financial dimension: " + pair);
            }
            dimensions.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return dimensions;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
