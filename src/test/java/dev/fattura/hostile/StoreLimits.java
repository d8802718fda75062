package dev.fattura.hostile;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.List;
import java.util.Map;

/** What DynamoDB would refuse, and with it the request that asked for it; a table in memory would take it. */
final class StoreLimits {

    private static final int LARGEST_PARTITION = 2048;
    private static final int LARGEST_SORT = 1024;
    private static final int LARGEST_ITEM = 400 * 1024;
    private static final int DEEPEST = 32;

    private StoreLimits() {}

    /** The store would refuse it, which is nothing that a request may lead to. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded(String what) {
            super("DynamoDB would refuse " + (what.length() > 300 ? what.substring(0, 300) : what));
        }
    }

    static void requireKey(Key key) {
        requirePart(key.partition(), LARGEST_PARTITION);
        requirePart(key.sort(), LARGEST_SORT);
    }

    static void requireQuery(String partition, String sortPrefix, String after, int limit) {
        requirePart(partition, LARGEST_PARTITION);
        if (!sortPrefix.isEmpty()) {
            requirePart(sortPrefix, LARGEST_SORT);
        }
        // Another start is never handed to the store.
        if (after != null && after.startsWith(sortPrefix)) {
            requirePart(after, LARGEST_SORT);
        }
        if (limit < 1) {
            throw new Exceeded("a limit of " + limit);
        }
    }

    static void requireItem(Item item) {
        requireKey(item.key());
        long size = size(item.attributes(), 1)
                + bytes(item.key().partition())
                + bytes(item.key().sort());
        if (size > LARGEST_ITEM) {
            throw new Exceeded("an item of " + size + " bytes, " + item.key());
        }
    }

    private static void requirePart(String part, int largest) {
        if (part.isEmpty() || bytes(part) > largest) {
            throw new Exceeded("a key of " + part.length() + " characters: " + part);
        }
    }

    private static long size(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new Exceeded("an item nested more than " + DEEPEST + " levels");
        }
        if (value instanceof Map<?, ?> map) {
            return 3
                    + map.entrySet().stream()
                            .mapToLong(entry -> 1 + bytes((String) entry.getKey()) + size(entry.getValue(), depth + 1))
                            .sum();
        }
        if (value instanceof List<?> list) {
            return 3
                    + list.stream()
                            .mapToLong(entry -> 1 + size(entry, depth + 1))
                            .sum();
        }
        return value instanceof String text ? bytes(text) : 21;
    }

    /** The length in UTF-8, in which an unpaired surrogate cannot be said and would come back as another character. */
    private static long bytes(String text) {
        long bytes = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (Character.isHighSurrogate(character)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                bytes += 4;
                index++;
            } else if (Character.isSurrogate(character)) {
                throw new Exceeded("an unpaired surrogate in " + text);
            } else {
                bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
            }
        }
        return bytes;
    }
}
