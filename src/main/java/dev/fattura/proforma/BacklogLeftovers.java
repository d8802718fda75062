package dev.fattura.proforma;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Table;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Removes backlog entries of what is billed already: a repeat of an old request can bring such an entry back while a draft takes
 * the line. Entries of what a draft holds stay, since the draft may yet be deleted.
 */
final class BacklogLeftovers {

    /** Claims of such invoices never end. */
    private static final Set<InvoiceStatus> FOR_GOOD =
            EnumSet.of(InvoiceStatus.CONFIRMING, InvoiceStatus.CONFIRMED, InvoiceStatus.POSTED);

    private final Table office;

    BacklogLeftovers(Table office) {
        this.office = office;
    }

    /** @param holders of the billables of those entries that are on an invoice */
    void remove(List<BacklogEntry> entries, Map<UUID, Invoice.Id> holders) {
        Map<Invoice.Id, Boolean> forGood = new HashMap<>();
        holders.values().forEach(holder -> forGood.computeIfAbsent(holder, this::isForGood));
        office.deleteAll(entries.stream()
                .filter(entry ->
                        forGood.getOrDefault(holders.get(entry.billable().id()), false))
                .map(BacklogItem::key)
                .toList());
    }

    private boolean isForGood(Invoice.Id holder) {
        return InvoiceItem.find(office, holder)
                .filter(invoice -> FOR_GOOD.contains(invoice.status()))
                .isPresent();
    }
}
