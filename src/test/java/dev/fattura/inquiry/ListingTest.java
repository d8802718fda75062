package dev.fattura.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {

    /** Three parts, the middle one empty. Like the store, it names a next page whenever one is full. */
    private static final List<List<String>> PARTS = List.of(List.of("a", "b", "c"), List.of(), List.of("d", "e"));

    private static final Listing.Part<String> SOURCE = (part, after, limit) -> {
        List<String> rest = PARTS.get(part).stream()
                .filter(entry -> after == null || entry.compareTo(after) > 0)
                .toList();
        List<String> page = rest.subList(0, Math.min(limit, rest.size()));
        return new Listing.Slice<>(page, page.size() == limit ? page.get(limit - 1) : null);
    };

    @ParameterizedTest
    @CsvSource({
        "1, a b c d e", //
        "2, ab cd e",
        "3, abc de",
        "4, abcd e",
        "5, abcde",
        "6, abcde"
    })
    void across_givesEveryEntryOnce_andNoEmptyLastPage(int limit, String pages) {
        List<String> seen = new ArrayList<>();
        Cursor from = Cursor.START;
        while (from != null) {
            Listing<String> page = Listing.across(3, new PageRequest(limit, from), SOURCE);
            seen.add(String.join("", page.entries()));
            from = page.next();
        }
        assertThat(seen).containsExactly(pages.split(" "));
    }

    @Test
    void across_isEmpty_behindTheLastPart() {
        Listing<String> page = Listing.across(3, new PageRequest(2, new Cursor(3, null)), SOURCE);
        assertThat(page.entries()).isEmpty();
        assertThat(page.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, abc, 3", "3, de,", "5, '',", "9, '',"})
    void of_cutsTheList(int from, String entries, Integer next) {
        Listing<String> page = Listing.of(List.of("a", "b", "c", "d", "e"), new PageRequest(3, new Cursor(from, null)));
        assertThat(String.join("", page.entries())).isEqualTo(entries);
        assertThat(page.next()).isEqualTo(next == null ? null : new Cursor(next, null));
    }
}
