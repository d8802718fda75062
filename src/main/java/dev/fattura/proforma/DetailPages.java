package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks the line details of an invoice, shard by shard and page by page, so that no invoice is too large for memory. */
final class DetailPages {

    /** So many that memory is bounded, and that sheets are read and written as a whole. */
    static final int PAGE = 500;

    /** As many as an answer shows. */
    private static final int SHOWN = 49;

    private DetailPages() {}

    /** Hands over every page that is not empty; what was handed over may be deleted meanwhile. */
    static void each(Table office, Invoice invoice, Consumer<List<InvoiceLineDetail>> use) {
        eachWhile(office, invoice, page -> {
            use.accept(page);
            return true;
        });
    }

    /** As {@link #each}, until the use of a page returns false. */
    static void eachWhile(Table office, Invoice invoice, Predicate<List<InvoiceLineDetail>> use) {
        for (int shard = 0; shard < invoice.shards(); shard++) {
            @Nullable String after = null;
            do {
                InvoiceLineDetailItem.Details page = InvoiceLineDetailItem.page(office, invoice, shard, after, PAGE);
                if (!page.details().isEmpty() && !use.test(page.details())) {
                    return;
                }
                after = page.next();
            } while (after != null);
        }
    }

    /** All of an invoice that is known to be short. */
    static List<InvoiceLineDetail> all(Table office, Invoice invoice) {
        List<InvoiceLineDetail> all = new ArrayList<>();
        each(office, invoice, all::addAll);
        return all;
    }

    /** The first of them, for an answer. */
    static List<InvoiceLineDetail> first(Table office, Invoice invoice) {
        List<InvoiceLineDetail> first = new ArrayList<>();
        for (int shard = 0; shard < invoice.shards() && first.size() < SHOWN; shard++) {
            first.addAll(InvoiceLineDetailItem.page(office, invoice, shard, null, SHOWN - first.size())
                    .details());
        }
        return first;
    }
}
