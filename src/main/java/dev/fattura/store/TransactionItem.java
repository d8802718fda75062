package dev.fattura.store;

import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.Company;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which approved transactions there are, and where their actuals are: a transaction is approved once, whatever request it is in. */
public final class TransactionItem {

    public static final String KIND = "transaction";

    private TransactionItem() {}

    public static Key key(String transaction) {
        return new Key("TRANSACTION#" + transaction, "TRANSACTION");
    }

    /** Those of the transactions that are approved. */
    public static Map<String, ApprovedPlace> find(Table table, Collection<String> transactions) {
        Map<String, ApprovedPlace> places = new HashMap<>();
        table.getAll(transactions.stream().map(TransactionItem::key).toList())
                .forEach(item -> places.put(item.text("transaction"), decode(item)));
        return places;
    }

    /** Fails where the transaction is approved already. */
    public static Write approve(String transaction, Company.Id company, ApprovedPlace place) {
        return Write.put(
                Item.of(key(transaction), KIND)
                        .text("transaction", transaction)
                        .text("company", company)
                        .text("base", place.base())
                        .number("line", place.line())
                        .build(),
                Condition.ABSENT);
    }

    private static ApprovedPlace decode(Item item) {
        return new ApprovedPlace(
                UUID.fromString(item.text("base")), Math.toIntExact(item.read().number("line")));
    }
}
