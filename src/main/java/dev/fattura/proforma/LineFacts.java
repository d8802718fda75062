package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import java.time.LocalDate;
import java.util.List;

/** What confirming an invoice writes, page by page of its line details: the one path of confirming and of its preview. */
final class LineFacts {

    private LineFacts() {}

    static List<ConfirmDecider.Facts> of(Invoice invoice, List<InvoiceLineDetail> page, LocalDate accountingDate) {
        return page.stream()
                .map(detail -> ConfirmDecider.facts(detail, accountingDate, invoice.shards()))
                .toList();
    }
}
