package dev.fattura.store;

import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Identifiers;
import dev.fattura.ledger.Invoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Claims of the office: which invoice has a billable. A claim is put only where there is none and stays for good once its
 * invoice is confirmed, so nothing is billed twice; deleting a draft releases its claims.
 */
public final class ClaimItem {

    public static final String KIND = "claim";

    private ClaimItem() {}

    public static Key key(Billable billable) {
        return new Key("CLAIM#" + billable.id(), "CLAIM");
    }

    /** The invoice that has it, if any. */
    public static Optional<Invoice.Id> holder(Table table, Billable billable) {
        return table.get(key(billable)).map(ClaimItem::decode);
    }

    /** The invoices that have them, by the id of the billable; one that nobody has is left out. */
    public static Map<UUID, Invoice.Id> holders(Table table, List<Billable> billables) {
        Map<UUID, Invoice.Id> holders = new HashMap<>();
        table.getAll(billables.stream().map(ClaimItem::key).toList())
                .forEach(item -> holders.put(UUID.fromString(item.text("billable")), decode(item)));
        return holders;
    }

    public static Write claim(Billable billable, Invoice.Id invoice) {
        return Write.put(
                Item.of(key(billable), KIND)
                        .text("invoice", invoice)
                        .text("billable", billable.id())
                        .number(Item.VERSION, holderNumber(invoice))
                        .build(),
                Condition.ABSENT);
    }

    /** Changes nothing, and fails where an invoice has the billable. */
    public static Write unclaimed(Billable billable) {
        return Write.delete(key(billable), Condition.ABSENT);
    }

    /** Ends the claim whoever has it: only in a commit that nobody but its holder can make. */
    public static Write end(Billable billable) {
        return Write.delete(key(billable), Condition.NONE);
    }

    /** Ends the claim of that invoice; it fails where another invoice has the billable, or none. */
    public static Write release(Billable billable, Invoice.Id invoice) {
        return Write.delete(key(billable), Condition.version(holderNumber(invoice)));
    }

    public static Invoice.Id decode(Item item) {
        return new Invoice.Id(item.text("invoice"));
    }

    /** Stands for the holder in the condition of a release, so that a late one cannot end the claim of the next holder. */
    private static long holderNumber(Invoice.Id invoice) {
        return Identifiers.derived("claim", invoice.value()).getMostSignificantBits();
    }
}
