package dev.fattura.inquiry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins. Callers get it as opaque text and send it back as they got it.
 *
 * @param part which of the list's parts (shards, queues, entries) comes next, from 0
 * @param after the sort key of the last one that was shown of that part, or null
 */
record Cursor(int part, @Nullable String after) {

    static final Cursor START = new Cursor(0, null);

    /** No cursor of ours is longer. */
    private static final int LONGEST = 1000;

    private static final Pattern PLAIN = Pattern.compile("([0-9]{1,6})(?:\\|(\\p{Print}{1,500}))?");

    /** The cursor that a caller sent, or empty when it cannot be one of ours. */
    static Optional<Cursor> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] plain = Base64.getUrlDecoder().decode(text);
            Matcher matcher = PLAIN.matcher(new String(plain, StandardCharsets.UTF_8));
            return matcher.matches()
                    ? Optional.of(new Cursor(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The opaque text. */
    String text() {
        String plain = after == null ? Integer.toString(part) : part + "|" + after;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
