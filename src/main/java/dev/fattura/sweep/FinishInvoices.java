package dev.fattura.sweep;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Work;
import dev.fattura.proforma.ConfirmInvoice;
import dev.fattura.proforma.ReleaseDraft;
import dev.fattura.store.Condition;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.LongInvoiceItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ends what a crash left half done of an invoice: a confirmation goes on, a draft that was never finished is abandoned and what it
 * had claimed goes back to the backlog.
 */
final class FinishInvoices {

    /** No function runs longer, so a draft that old has nobody who is still working on it. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

    private static final String SEEN = "seen";

    private final Table office;
    private final ConfirmInvoice confirm;
    private final ReleaseDraft release;

    FinishInvoices(Table office) {
        this.office = office;
        this.confirm = new ConfirmInvoice(office);
        this.release = new ReleaseDraft(office);
    }

    void finish(Work work, Instant now, SweepReport report) {
        Optional<Invoice> found = InvoiceItem.find(office, new Invoice.Id(work.id()));
        if (found.isEmpty()) {
            tickOff(work);
            return;
        }
        Invoice invoice = found.get();
        if (isUnderWay(invoice)) {
            return;
        }
        switch (invoice.status()) {
            case DRAFTING -> abandonIfOld(work, invoice, now, report);
            case DELETED -> {
                release.release(invoice);
                report.add(SweepReport.Kind.DRAFTS_RELEASED, 1);
            }
            case CONFIRMING -> {
                confirm.finish(invoice);
                report.add(SweepReport.Kind.CONFIRMATIONS_FINISHED, 1);
            }
            case DRAFT, IN_REVIEW -> tickOff(work, invoice);
            case CONFIRMED, POSTED -> tickOff(work);
        }
    }

    /** A long one has a schedule of its own, as long as it is not finished. */
    private boolean isUnderWay(Invoice invoice) {
        boolean begun = invoice.status() == InvoiceStatus.DRAFTING || invoice.status() == InvoiceStatus.CONFIRMING;
        return begun && LongInvoiceItem.find(office, invoice.id()).isPresent();
    }

    /** The first sweep that sees an unfinished draft only notes when; a later one abandons it. */
    private void abandonIfOld(Work work, Invoice invoice, Instant now, SweepReport report) {
        String cause = work.cause();
        if (!SEEN.equals(work.code()) || cause == null) {
            office.putAll(List.of(WorkItem.encode(work.waiting(SEEN, now.toString()))));
        } else if (!now.isBefore(Instant.parse(cause).plus(LONGEST_RUN)) && release.abandon(invoice)) {
            report.add(SweepReport.Kind.DRAFTS_RELEASED, 1);
        }
    }

    /**
     * On condition that the draft is still what was read: whoever has it deleted or confirmed meanwhile put an entry of his own there, in
     * the commit that changed the invoice, and without it nobody would end what he leaves half done.
     */
    private void tickOff(Work work, Invoice draft) {
        office.commit(List.of(InvoiceItem.unchanged(draft), Write.delete(WorkItem.key(work), Condition.NONE)));
    }

    /** Where there is nothing that anybody could still begin. */
    private void tickOff(Work work) {
        office.deleteAll(List.of(WorkItem.key(work)));
    }
}
