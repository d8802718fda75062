package dev.fattura.proforma;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which of the details of an invoice it really has: a detail without its claim is what a crash or a lost race left. */
final class Claims {

    private Claims() {}

    /** The invoices that hold what the details bill, by the id of the billable. */
    static Map<UUID, Invoice.Id> holders(Table office, List<InvoiceLineDetail> details) {
        return ClaimItem.holders(
                office, details.stream().map(InvoiceLineDetail::billable).toList());
    }

    static List<InvoiceLineDetail> held(Table office, Invoice invoice, List<InvoiceLineDetail> details) {
        Map<UUID, Invoice.Id> holders = holders(office, details);
        return details.stream()
                .filter(detail ->
                        invoice.id().equals(holders.get(detail.billable().id())))
                .toList();
    }

    /** Deletes those that the invoice does not hold, once it takes no more lines. Returns the others. */
    static List<InvoiceLineDetail> deleteUnheld(Table office, Invoice invoice, List<InvoiceLineDetail> details) {
        List<InvoiceLineDetail> held = held(office, invoice, details);
        office.deleteAll(details.stream()
                .filter(detail -> !held.contains(detail))
                .map(detail -> InvoiceLineDetailItem.key(invoice, detail.id()))
                .toList());
        return held;
    }

    /** Where the billable of a detail stands in the billing backlog while it is on no invoice. */
    static BacklogEntry backlogEntry(InvoiceLineDetail detail) {
        return new BacklogEntry(
                detail.dimensions().contract(),
                detail.dimensions().customer(),
                detail.transactionDate(),
                detail.billable());
    }
}
