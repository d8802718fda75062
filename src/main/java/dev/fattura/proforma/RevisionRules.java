package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Table;
import org.jspecify.annotations.Nullable;

/** Which invoices can be revised (domain.md 2.15). */
final class RevisionRules {

    private RevisionRules() {}

    static void requireConfirmed(Invoice original) {
        if (original.status() != InvoiceStatus.CONFIRMED && original.status() != InvoiceStatus.POSTED) {
            throw new Refused(
                    RefusalCode.INVOICE_NOT_CONFIRMED,
                    "Invoice " + original.id() + " is " + original.status().code() + ".");
        }
    }

    /** @param corrective the draft that may have the lock, or null */
    static void requireNotRevised(Table office, Invoice.Id original, Invoice.@Nullable Id corrective) {
        RevisionLock.holder(office, original)
                .filter(holder -> !holder.equals(corrective))
                .ifPresent(holder -> {
                    throw new Refused(
                            RefusalCode.REVISION_IN_PROGRESS,
                            "Invoice " + original + " is being revised by " + holder + ".");
                });
    }

    static Refused nothingToRevise(Invoice.Id original) {
        return new Refused(
                RefusalCode.NOTHING_TO_REVISE, "Invoice " + original + " has nothing left that could be corrected.");
    }
}
