package dev.fattura.store;

import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.Deed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says that the transaction of that place is approved, and who did it. It is written with its actuals in one transaction of the table, and
 * only where there is none; so a transaction is approved once, also where two who approve it make different actuals of it.
 */
public final class ApprovedTransactionItem {

    public static final String KIND = "approvedTransaction";

    private static final String BY = "by";

    private ApprovedTransactionItem() {}

    public static Key key(ApprovedPlace place) {
        return new Key("ACTUAL#" + place.approved(), "APPROVED");
    }

    /**
     * Fails where it is approved already.
     *
     * @param by the subject of the caller; null if there was none
     */
    public static Write approve(ApprovedPlace place, @Nullable String by) {
        return Write.put(Item.of(key(place), KIND).text(BY, by).build(), Condition.ABSENT);
    }

    /** Who approved the transactions, in their order, as far as a caller did. */
    public static List<Deed> deeds(Table table, Map<String, ApprovedPlace> transactions) {
        Map<Key, Item> items = new HashMap<>();
        table.getAll(transactions.values().stream()
                        .map(ApprovedTransactionItem::key)
                        .toList())
                .forEach(item -> items.put(item.key(), item));
        List<Deed> deeds = new ArrayList<>();
        transactions.forEach((transaction, place) -> {
            Item item = items.get(key(place));
            String by = item == null ? null : item.read().optionalText(BY);
            if (by != null) {
                deeds.add(new Deed("transaction", transaction, 1, "approved", by));
            }
        });
        return deeds;
    }
}
