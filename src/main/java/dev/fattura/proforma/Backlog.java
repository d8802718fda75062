package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts what is ready to invoice into the billing backlog (domain.md 1.13). */
final class Backlog {

    private Backlog() {}

    /** Adds what cannot be on an invoice yet. */
    static void add(Table office, List<BacklogItem.Entry> entries) {
        office.putAll(entries.stream().map(BacklogItem::encode).toList());
    }

    /** Adds what is on no invoice: a repeat must not bring back what was billed meanwhile. */
    static void addUnclaimed(Table office, List<BacklogItem.Entry> entries) {
        Map<UUID, Invoice.Id> holders = ClaimItem.holders(
                office, entries.stream().map(BacklogItem.Entry::billable).toList());
        add(
                office,
                entries.stream()
                        .filter(entry -> !holders.containsKey(entry.billable().id()))
                        .toList());
    }
}
