package dev.fattura.inquiry;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Office;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reconciles the invoices that were confirmed in a period, one after the other. */
final class ReconcilePeriod {

    /** A larger invoice is reconciled by its headers here, and line by line when it is asked for alone. */
    static final long MOST_LINES_OF_ONE = 2000;

    private final Table office;
    private final ReconcileInvoice reconcile;

    ReconcilePeriod(Office office, ReconcileInvoice reconcile) {
        this.office = office.table();
        this.reconcile = reconcile;
    }

    /** An entry of the period log and where it stands. */
    private record Logged(Cursor at, Invoice.Id invoice) {}

    /** A page ends where it is full, and before that where it has compared as many lines as one answer can. */
    Listing<Reconciliation> page(Period period, PageRequest page) {
        Listing<Logged> logged = logged(period, page);
        List<Reconciliation> rows = new ArrayList<>();
        long lines = 0;
        for (Logged entry : logged.entries()) {
            Optional<Invoice> invoice =
                    InvoiceItem.find(office, entry.invoice()).filter(found -> isOf(period, found));
            if (invoice.isPresent()) {
                boolean small = invoice.get().lines() <= MOST_LINES_OF_ONE;
                rows.add(small ? reconcile.of(invoice.get(), Cursor.START) : reconcile.headers(invoice.get()));
                lines += small ? invoice.get().lines() : 0;
            }
            boolean last = entry.equals(logged.entries().get(logged.entries().size() - 1));
            if (lines >= ReconcileInvoice.MOST_LINES && !last) {
                return new Listing<>(rows, entry.at());
            }
        }
        return new Listing<>(rows, logged.next());
    }

    static boolean isOf(Period period, Invoice invoice) {
        return invoice.controlTotals() != null
                && invoice.confirmation() != null
                && invoice.company().equals(period.company().id())
                && period.has(invoice.confirmation().accountingDate());
    }

    private Listing<Logged> logged(Period period, PageRequest page) {
        return Listing.across(period.months(), page, (month, after, limit) -> {
            PeriodLogItem.Entries found = PeriodLogItem.page(
                    office, period.company().id(), period.month(month), PeriodEntry.Kind.INVOICE, after, limit);
            List<Logged> entries = found.entries().stream()
                    .map(entry -> new Logged(new Cursor(month, entry.id()), new Invoice.Id(entry.id())))
                    .toList();
            return new Listing.Slice<>(entries, found.next());
        });
    }
}
