package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page begins; null when this is the last one, and only then
 */
record Listing<T>(List<T> entries, @Nullable Cursor next) {

    Listing {
        entries = List.copyOf(entries);
    }

    /**
     * What the store gave of one part.
     *
     * @param next the sort key after which to go on, or null
     */
    record Slice<T>(List<T> entries, @Nullable String next) {}

    /** Reads at most so many entries of a part after that sort key. */
    @FunctionalInterface
    interface Part<T> {
        Slice<T> read(int part, @Nullable String after, int limit);
    }

    /** A page of a list that lies in several parts, one after the other; no more than the page and one entry is read. */
    static <T> Listing<T> across(int parts, PageRequest page, Part<T> source) {
        List<T> entries = new ArrayList<>();
        Cursor at = page.from();
        while (at.part() < parts) {
            int room = page.limit() - entries.size();
            // With the page full, one more is read to know whether there is a next page.
            Slice<T> slice = source.read(at.part(), at.after(), Math.max(1, room));
            if (room == 0 && !slice.entries().isEmpty()) {
                return new Listing<>(entries, at);
            }
            entries.addAll(slice.entries());
            at = slice.next() == null ? new Cursor(at.part() + 1, null) : new Cursor(at.part(), slice.next());
        }
        return new Listing<>(entries, null);
    }

    /** A page of a list that is in memory already. */
    static <T> Listing<T> of(List<T> all, PageRequest page) {
        int begin = Math.min(page.from().part(), all.size());
        int end = Math.min(begin + page.limit(), all.size());
        return new Listing<>(all.subList(begin, end), end < all.size() ? new Cursor(end, null) : null);
    }

    /** The answer with its member {@code next}, if there is a next page. */
    ObjectNode addNext(ObjectNode json) {
        return next == null ? json : json.put("next", next.text());
    }
}
