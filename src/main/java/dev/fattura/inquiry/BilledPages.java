package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.TransactionType;
import dev.fattura.store.ActualItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.function.Consumer;

/** Walks the actuals that confirming an invoice wrote, page by page of its line details, so that no invoice is too large for memory. */
final class BilledPages {

    private static final int PAGE = 50;

    private BilledPages() {}

    /** Hands over the billed sales actuals of every page. */
    static void each(Table office, Invoice invoice, Consumer<List<Actual>> use) {
        for (int shard = 0; shard < invoice.shards(); shard++) {
            String after = null;
            do {
                InvoiceLineDetailItem.Details page = InvoiceLineDetailItem.page(office, invoice, shard, after, PAGE);
                List<Actual.Id> ids = page.details().stream()
                        .flatMap(detail -> ActualPart.idsOf(detail).stream())
                        .toList();
                use.accept(ActualItem.findAll(office, ids).stream()
                        .filter(actual -> actual.type() == TransactionType.BILLED_SALES)
                        .toList());
                after = page.next();
            } while (after != null);
        }
    }
}
