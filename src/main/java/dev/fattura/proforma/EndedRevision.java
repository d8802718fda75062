package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.Table;
import java.util.Optional;

/** Which revision ends when a line is taken off a draft: that of an invoice of which the draft has no correction any more (domain.md 2.15). */
final class EndedRevision {

    private EndedRevision() {}

    /**
     * The invoice that the draft revises no longer; none where it keeps another correction of it, or the line was no correction. It looks
     * through the lines until it finds one, so it holds only for the version of the draft that was read.
     *
     * @param removed a line of the draft
     */
    static Optional<Invoice.Id> by(Table office, Invoice draft, InvoiceLineDetail removed) {
        return original(removed).filter(original -> !hasOther(office, draft, removed, original));
    }

    private static boolean hasOther(Table office, Invoice draft, InvoiceLineDetail removed, Invoice.Id original) {
        boolean[] found = {false};
        DetailPages.eachWhile(office, draft, page -> {
            found[0] = page.stream()
                    .filter(detail -> !detail.id().equals(removed.id()))
                    .anyMatch(detail -> original(detail).equals(Optional.of(original)));
            return !found[0];
        });
        return found[0];
    }

    private static Optional<Invoice.Id> original(InvoiceLineDetail detail) {
        return Optional.ofNullable(detail.original()).map(InvoiceLineDetail.Original::invoice);
    }
}
