package dev.fattura.inquiry;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.store.CorrectionItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import java.util.List;

/** Reads a proforma invoice and one page of its line details. */
final class InvoiceInquiry {

    private final Table office;

    InvoiceInquiry(Office office) {
        this.office = office.table();
    }

    /** @throws dev.fattura.ledger.Refused if there is no such invoice; a deleted one is there, without lines */
    Invoice find(Invoice.Id id) {
        return InvoiceItem.find(office, id).orElseThrow(() -> Missing.of("invoice", id));
    }

    /** The confirmed invoices that correct it. */
    List<Invoice.Id> correctedBy(Invoice invoice) {
        return invoice.controlTotals() == null ? List.of() : CorrectionItem.of(office, invoice.id());
    }

    Listing<InvoiceLineDetail> details(Invoice invoice, PageRequest page) {
        if (invoice.status() == InvoiceStatus.DELETED) {
            return new Listing<>(List.of(), null);
        }
        return Listing.across(invoice.shards(), page, (shard, after, limit) -> {
            InvoiceLineDetailItem.Details found = InvoiceLineDetailItem.page(office, invoice, shard, after, limit);
            return new Listing.Slice<>(found.details(), found.next());
        });
    }
}
