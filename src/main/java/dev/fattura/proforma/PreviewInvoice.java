package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Table;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What confirming a draft would write, by the very path of confirming, and without writing anything (domain.md 2). */
final class PreviewInvoice {

    private final Table office;

    PreviewInvoice(Table office) {
        this.office = office;
    }

    /**
     * A preview.
     *
     * @param totals of the whole invoice, as confirming would seal it
     * @param actuals of a page of its line details
     * @param next where the next page begins, or null
     */
    record Preview(
            Invoice invoice,
            LocalDate accountingDate,
            ControlTotals totals,
            List<Actual> actuals,
            @Nullable PreviewCursor next) {}

    /** @throws Refused if there is no such draft, or confirming it would be refused */
    Preview of(Invoice.Id id, AccountingDates dates, PreviewCursor from, int limit) {
        Invoice invoice = Drafts.find(office, id);
        requireUnconfirmed(invoice);
        ConfirmInvoice.requireLines(invoice);
        AdjustmentCheck.check(office, invoice);
        LocalDate accountingDate = dates.of(invoice);
        ControlTotals[] totals = {ControlTotals.none(invoice.currency())};
        DetailPages.each(office, invoice, page -> {
            for (ConfirmDecider.Facts facts : LineFacts.of(invoice, page, accountingDate)) {
                totals[0] = facts.addedTo(totals[0]);
            }
        });
        PreviewCursor.Found found = from.page(invoice, limit, this::page);
        List<Actual> actuals = LineFacts.of(invoice, found.details(), accountingDate).stream()
                .flatMap(facts -> facts.actuals().stream())
                .toList();
        return new Preview(invoice, accountingDate, totals[0], actuals, found.next());
    }

    private InvoiceLineDetailItem.Details page(Invoice invoice, int shard, @Nullable String after, int limit) {
        return InvoiceLineDetailItem.page(office, invoice, shard, after, limit);
    }

    private static void requireUnconfirmed(Invoice invoice) {
        if (invoice.status() == InvoiceStatus.DRAFTING) {
            throw new Refused(RefusalCode.INVOICE_NOT_DRAFT, "Invoice " + invoice.id() + " is still being drafted.");
        }
        if (invoice.confirmation() != null) {
            throw new Refused(
                    RefusalCode.INVOICE_CONFIRMED,
                    "Invoice " + invoice.id() + " is " + invoice.status().code() + ".");
        }
    }
}
