package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.InvoiceLineDetailItem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a preview begins: a shard of the invoice, and the line detail after which it goes on there.
 *
 * @param after as the store names it, a line detail or a sheet of them, or null for the shard's beginning
 */
record PreviewCursor(int shard, @Nullable String after) {

    private static final PreviewCursor BEGINNING = new PreviewCursor(0, null);
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,3})~([A-Z]+#[0-9a-f-]{32,36})?");

    /** Reads one page of a shard of an invoice. */
    @FunctionalInterface
    interface Pages {
        InvoiceLineDetailItem.Details read(Invoice invoice, int shard, @Nullable String after, int limit);
    }

    /** @param next where the next page begins, or null */
    record Found(List<InvoiceLineDetail> details, @Nullable PreviewCursor next) {}

    /** @throws Refused if no answer gave that text */
    static PreviewCursor parse(@Nullable String text) {
        if (text == null) {
            return BEGINNING;
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new Refused(RefusalCode.MEMBER_INVALID, "The cursor is not one of this API.");
        }
        return new PreviewCursor(Integer.parseInt(matcher.group(1)), matcher.group(2));
    }

    String text() {
        return shard + "~" + (after == null ? "" : after);
    }

    /** At most so many line details from here on. */
    Found page(Invoice invoice, int limit, Pages pages) {
        List<InvoiceLineDetail> details = new ArrayList<>();
        PreviewCursor at = this;
        while (at.shard < invoice.shards() && details.size() < limit) {
            InvoiceLineDetailItem.Details page = pages.read(invoice, at.shard, at.after, limit - details.size());
            details.addAll(page.details());
            at = page.next() == null ? new PreviewCursor(at.shard + 1, null) : new PreviewCursor(at.shard, page.next());
        }
        return new Found(details, at.shard < invoice.shards() ? at : null);
    }
}
