package dev.fattura.store;

import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.Company;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where the actuals of a transaction are, or are to be: whoever approves it first says so, once and for all. Whether it is approved,
 * {@link ApprovedTransactionItem} says; one that has a place and is not approved is approved at that place by whoever comes next.
 */
public final class TransactionItem {

    public static final String KIND = "transaction";

    private TransactionItem() {}

    public static Key key(String transaction) {
        return new Key("TRANSACTION#" + transaction, "TRANSACTION");
    }

    /** The places of those of the transactions that have one. */
    public static Map<String, ApprovedPlace> find(Table table, Collection<String> transactions) {
        return decode(table.getAll(keys(transactions)));
    }

    /**
     * As {@link #find}, for who is about to give a place to those that have none.
     *
     * @throws dev.fattura.ledger.Refused if one of them has a place in a company that is not the caller's
     */
    public static Map<String, ApprovedPlace> findOwn(Table table, Collection<String> transactions) {
        return decode(OwnCompanies.nothingHidden(() -> table.getAll(keys(transactions))));
    }

    private static List<Key> keys(Collection<String> transactions) {
        return transactions.stream().map(TransactionItem::key).toList();
    }

    private static Map<String, ApprovedPlace> decode(List<Item> items) {
        Map<String, ApprovedPlace> places = new HashMap<>();
        items.forEach(item -> places.put(item.text("transaction"), decode(item)));
        return places;
    }

    /** To be put where there is none ({@link Table#putNew}). */
    public static Item encode(String transaction, Company.Id company, ApprovedPlace place) {
        return Item.of(key(transaction), KIND)
                .text("transaction", transaction)
                .text("company", company)
                .text("base", place.base())
                .number("line", place.line())
                .build();
    }

    private static ApprovedPlace decode(Item item) {
        return new ApprovedPlace(
                UUID.fromString(item.text("base")), Math.toIntExact(item.read().number("line")));
    }
}
