package dev.fattura.store;

import dev.fattura.ledger.Limit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is used of the not-to-exceed limits of a contract: one versioned item for each level, in the partition of the contract. It
 * changes in the commit that adds or takes away what it counts, so the sum holds at every moment.
 */
public final class LimitItem {

    public static final String KIND = "limit";
    private static final String PREFIX = "LIMIT#";

    private LimitItem() {}

    public static Key key(Limit limit) {
        String line = limit.line() == null ? "" : limit.line().value();
        String customer = limit.customer() == null ? "" : limit.customer();
        return new Key(
                ContractItem.partition(limit.contract()), PREFIX + limit.level().code() + "#" + line + "#" + customer);
    }

    /** The limits, of one contract, with what is used of them now, in the same order. */
    public static List<Limit> read(Table table, List<Limit> limits) {
        Map<Key, Item> items = new HashMap<>();
        table.getAll(limits.stream().map(LimitItem::key).toList()).forEach(item -> items.put(item.key(), item));
        List<Limit> read = new ArrayList<>();
        for (Limit limit : limits) {
            Item item = items.get(key(limit));
            read.add(item == null ? limit : decode(limit, item));
        }
        return read;
    }

    /** The write of its next version, on condition that the table has the one that was read. */
    public static Write replace(Limit read, Limit changed) {
        Condition condition = read.version() == 0 ? Condition.ABSENT : Condition.version(read.version());
        return Write.put(encode(changed), condition);
    }

    public static Item encode(Limit limit) {
        return Item.of(key(limit), KIND)
                .text("used", Texts.of(limit.used()))
                .number(Item.VERSION, limit.version())
                .build();
    }

    /** The limit with what the item says is used of it. */
    public static Limit decode(Limit limit, Item item) {
        return limit.as(Texts.money(item.text("used")), item.read().number(Item.VERSION));
    }
}
