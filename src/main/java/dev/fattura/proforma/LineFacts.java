package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.Table;
import java.time.LocalDate;
import java.util.List;

/** What confirming an invoice writes, page by page of its line details: the one path of confirming and of its preview. */
final class LineFacts {

    private LineFacts() {}

    /** Only what the invoice holds is billed, so no detail that a lost race left behind can be billed twice. */
    static List<ConfirmDecider.Facts> of(
            Table office, Invoice invoice, List<InvoiceLineDetail> page, LocalDate accountingDate) {
        return Claims.held(office, invoice, page).stream()
                .map(detail -> ConfirmDecider.facts(detail, accountingDate, invoice.shards()))
                .toList();
    }
}
