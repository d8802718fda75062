package dev.fattura.store;

import dev.fattura.ledger.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page of a partition in which sheets lie among items of their own. It ends with a sheet if it can, so that one is read and written as a whole. */
final class PackedQuery {

    private final Table stored;
    private final String partition;
    private final String sortPrefix;
    private final int limit;
    private final List<Item> found = new ArrayList<>();

    PackedQuery(Table stored, String partition, String sortPrefix, int limit) {
        this.stored = stored;
        this.partition = partition;
        this.sortPrefix = sortPrefix;
        this.limit = limit;
    }

    /** @param after the sort key of a fact, of a sheet or of any other item; or null */
    Page after(@Nullable String after) {
        Optional<Key> begun = after == null
                ? Optional.empty()
                : Packing.sheet(new Key(partition, after))
                        .filter(key -> key.sort().startsWith(sortPrefix));
        if (begun.isPresent()) {
            // A caller's page may have ended amid a sheet.
            Optional<Item> sheet = stored.get(begun.get());
            sheet.ifPresent(item -> Sheet.apart(item)
                    .filter(fact -> fact.key().sort().compareTo(after) > 0)
                    .forEach(found::add));
            if (found.size() > limit) {
                return cut();
            }
        }
        return read(begun.map(Key::sort).orElse(after));
    }

    private Page read(@Nullable String after) {
        String place = after;
        while (true) {
            Page page = stored.query(partition, sortPrefix, place, wanted());
            for (Item item : page.items()) {
                List<Item> facts = Packing.apart(item).toList();
                if (!found.isEmpty() && found.size() + facts.size() > limit) {
                    return new Page(List.copyOf(found), place);
                }
                found.addAll(facts);
                if (found.size() > limit) {
                    return cut();
                }
                place = item.key().sort();
            }
            if (page.next() == null) {
                return new Page(List.copyOf(found), null);
            }
            place = page.next();
            // Looking for what little is missing would mostly find a sheet that does not fit.
            if (found.size() * 2 > limit) {
                return new Page(List.copyOf(found), place);
            }
        }
    }

    /** As many stored items as are likely to hold what is missing, going by what was found. */
    private int wanted() {
        int missing = limit - found.size();
        return Math.max(1, found.isEmpty() ? missing / Placed.MOST_LINES : missing);
    }

    private Page cut() {
        List<Item> some = List.copyOf(found.subList(0, limit));
        return new Page(some, some.get(limit - 1).key().sort());
    }
}
