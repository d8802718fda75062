package dev.fattura.contract;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Limit;
import dev.fattura.money.Money;
import dev.fattura.store.Key;
import dev.fattura.store.LimitItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is used of some limits, as it was read and as a commit that is being put together changes it (domain.md 1.5). */
final class LimitUse {

    private final Map<Key, Limit> read = new LinkedHashMap<>();
    private final Map<Key, Limit> now = new LinkedHashMap<>();

    private LimitUse() {}

    /** @param limits as they were agreed; repeated ones once */
    static LimitUse read(Table office, List<Limit> limits) {
        LimitUse use = new LimitUse();
        Map<Key, Limit> different = new LinkedHashMap<>();
        limits.forEach(limit -> different.putIfAbsent(LimitItem.key(limit), limit));
        for (Limit limit : LimitItem.read(office, List.copyOf(different.values()))) {
            use.read.put(LimitItem.key(limit), limit);
            use.now.put(LimitItem.key(limit), limit);
        }
        return use;
    }

    /** Counts that amount on all those limits, or, where it does not fit one of them, on none. */
    BacklogEntry.Standing count(List<Limit> limits, Money amount) {
        List<Limit> current = current(limits);
        BacklogEntry.Standing standing = NotToExceedDecider.evaluate(current, amount);
        if (standing.good()) {
            current.forEach(limit -> now.put(LimitItem.key(limit), limit.using(amount)));
        }
        return standing;
    }

    /** Counts that amount on none of them any more. */
    void free(List<Limit> limits, Money amount) {
        current(limits).forEach(limit -> now.put(LimitItem.key(limit), limit.freeing(amount)));
    }

    /** One write for each limit that changed, on condition that nobody else changed it meanwhile. */
    List<Write> writes() {
        List<Write> writes = new ArrayList<>();
        now.forEach((key, limit) -> {
            Limit before = read.get(key);
            if (before != null && limit.version() != before.version()) {
                writes.add(LimitItem.replace(before, limit.as(limit.used(), before.version() + 1)));
            }
        });
        return writes;
    }

    private List<Limit> current(List<Limit> limits) {
        return limits.stream()
                .map(limit -> now.getOrDefault(LimitItem.key(limit), limit))
                .toList();
    }
}
