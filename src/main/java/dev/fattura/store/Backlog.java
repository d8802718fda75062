package dev.fattura.store;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Invoice;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts what is ready to invoice into the billing backlog (domain.md 1.13). */
public final class Backlog {

    private Backlog() {}

    /** Adds what cannot be on an invoice yet. */
    public static void add(Table office, List<BacklogEntry> entries) {
        office.putAll(entries.stream().map(BacklogItem::encode).toList());
    }

    /** Adds what is on no invoice: a repeat must not bring back what was billed meanwhile. */
    public static void addUnclaimed(Table office, List<BacklogEntry> entries) {
        Map<UUID, Invoice.Id> holders = ClaimItem.holders(
                office, entries.stream().map(BacklogEntry::billable).toList());
        add(
                office,
                entries.stream()
                        .filter(entry -> !holders.containsKey(entry.billable().id()))
                        .toList());
    }
}
