package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Table;

/** What an invoice must be to be edited, deleted or confirmed (domain.md 1.6). */
final class Drafts {

    private Drafts() {}

    /** An invoice that is there; a deleted one is not. */
    static Invoice find(Table office, Invoice.Id id) {
        return InvoiceItem.find(office, id)
                .filter(invoice -> invoice.status() != InvoiceStatus.DELETED)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no invoice " + id + "."));
    }

    /** Refuses whatever is not a draft, or not the version that the caller has read. */
    static void requireDraft(Invoice invoice, long expectedVersion) {
        switch (invoice.status()) {
            case DRAFTING ->
                throw new Refused(
                        RefusalCode.INVOICE_NOT_DRAFT, "Invoice " + invoice.id() + " is still being drafted.");
            case CONFIRMING, CONFIRMED, POSTED ->
                throw new Refused(
                        RefusalCode.INVOICE_CONFIRMED,
                        "Invoice " + invoice.id() + " is " + invoice.status().code() + ".");
            case DELETED -> throw new Refused(RefusalCode.NOT_FOUND, "Invoice " + invoice.id() + " is deleted.");
            case DRAFT, IN_REVIEW -> {
                if (invoice.version() != expectedVersion) {
                    throw new Refused(
                            RefusalCode.INVOICE_CHANGED,
                            "Invoice " + invoice.id() + " has version " + invoice.version() + " now, not "
                                    + expectedVersion + ".");
                }
            }
        }
    }
}
