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
import org.jspecify.annotations.Nullable;

/** Reads the actuals that confirming an invoice wrote, page by page of its line details, so that no invoice is too large for memory. */
final class BilledPages {

    private static final int PAGE = 100;

    private BilledPages() {}

    /**
     * What confirming the line details of a page wrote.
     *
     * @param lines how many line details those are
     * @param next the sort key after which the next page of the same shard begins, or null
     */
    record Page(int lines, List<Actual> actuals, @Nullable String next) {

        Page {
            actuals = List.copyOf(actuals);
        }

        List<Actual> of(TransactionType type) {
            return actuals.stream().filter(actual -> actual.type() == type).toList();
        }
    }

    static Page read(Table office, Invoice invoice, int shard, @Nullable String after) {
        InvoiceLineDetailItem.Details page = InvoiceLineDetailItem.page(office, invoice, shard, after, PAGE);
        List<Actual.Id> ids = page.details().stream()
                .flatMap(detail -> ActualPart.idsOf(detail).stream())
                .toList();
        return new Page(page.details().size(), ActualItem.findAll(office, ids), page.next());
    }

    /** Hands over the billed sales actuals of every page. */
    static void each(Table office, Invoice invoice, Consumer<List<Actual>> use) {
        for (int shard = 0; shard < invoice.shards(); shard++) {
            String after = null;
            do {
                Page page = read(office, invoice, shard, after);
                use.accept(page.of(TransactionType.BILLED_SALES));
                after = page.next();
            } while (after != null);
        }
    }
}
