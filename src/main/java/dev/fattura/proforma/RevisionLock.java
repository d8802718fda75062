package dev.fattura.proforma;

import dev.fattura.ledger.Billable;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a confirmed invoice from being revised by two drafts at once; the corrective draft has it until it is sealed or deleted, or has no
 * correction of it any more.
 */
final class RevisionLock {

    /** The lock is on all lines of the invoice. */
    private static final ContractLine.Id ALL = new ContractLine.Id("all");

    private RevisionLock() {}

    /** The corrective draft that revises the invoice now, if one does. */
    static Optional<Invoice.Id> holder(Table office, Invoice.Id original) {
        return ClaimItem.holder(office, billable(original));
    }

    static Write take(Invoice.Id original, Invoice.Id corrective) {
        return ClaimItem.claim(billable(original), corrective);
    }

    /** Only in the commit that seals its holder. */
    static Write end(Invoice.Id original) {
        return ClaimItem.end(billable(original));
    }

    /** In a commit with the draft that corrects it no more; it fails where that draft does not have it. */
    static Write giveBack(Invoice.Id original, Invoice.Id corrective) {
        return ClaimItem.release(billable(original), corrective);
    }

    /** Releases it if that corrective draft has it; a late call does not end the lock of the next. */
    static void release(Table office, Invoice.Id original, Invoice.Id corrective) {
        office.commit(List.of(giveBack(original, corrective)));
    }

    private static Billable billable(Invoice.Id original) {
        return Billable.revision(original, ALL);
    }
}
