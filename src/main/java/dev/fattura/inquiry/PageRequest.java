package dev.fattura.inquiry;

import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Request;
import java.util.regex.Pattern;

/**
 * Which page of a list is asked for: {@code ?limit=1..200&cursor=...}.
 *
 * @param limit entries at most
 */
record PageRequest(int limit, Cursor from) {

    static final int DEFAULT_LIMIT = 100;
    static final int LARGEST_LIMIT = 200;

    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");

    static PageRequest of(Request request) {
        return new PageRequest(
                request.query("limit").map(PageRequest::limit).orElse(DEFAULT_LIMIT),
                request.query("cursor").map(PageRequest::cursor).orElse(Cursor.START));
    }

    boolean first() {
        return from.equals(Cursor.START);
    }

    private static int limit(String text) {
        int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new Refused(
                    RefusalCode.MEMBER_INVALID, "limit must be a whole number from 1 to " + LARGEST_LIMIT + ".");
        }
        return limit;
    }

    private static Cursor cursor(String text) {
        return Cursor.parse(text).orElseThrow(Request::foreignCursor);
    }
}
