package dev.fattura.store;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The size of an item in bytes as DynamoDB counts it: names and values in UTF-8, and what it adds for lists, maps and numbers. */
public final class ItemSize {

    /** For a list or map, and again for each of its elements. */
    private static final int OF_CONTAINER = 3;

    private ItemSize() {}

    /** Of an item as it is stored; 0 where there is none. */
    static long of(@Nullable Item item) {
        return item == null ? 0 : of(ItemCodec.encode(item));
    }

    /** Of an item, or of its key alone. */
    public static long of(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToLong(entry -> utf8(entry.getKey()) + of(entry.getValue()))
                .sum();
    }

    private static long of(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N -> ofNumber(value.n());
            case BOOL, NUL -> 1;
            case L ->
                OF_CONTAINER
                        + value.l().stream().mapToLong(inner -> 1 + of(inner)).sum();
            case M ->
                OF_CONTAINER
                        + value.m().entrySet().stream()
                                .mapToLong(entry -> 1 + utf8(entry.getKey()) + of(entry.getValue()))
                                .sum();
            default -> throw new IllegalArgumentException("An attribute of type " + value.type());
        };
    }

    /** Two digits to a byte without leading and trailing zeros, one byte more, and one for a sign. */
    private static long ofNumber(String number) {
        String digits = number.replace("-", "").replaceAll("^0+|0+$", "");
        return 1L + (digits.length() + 1) / 2 + (number.startsWith("-") ? 1 : 0);
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
