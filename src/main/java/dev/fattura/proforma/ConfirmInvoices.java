package dev.fattura.proforma;

import dev.fattura.ledger.BulkConfirmation;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.LongInvoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.store.BulkConfirmationItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.watch.LogContext;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Confirms any number of invoices, each on its own: one that is refused or fails does not hold up the others (domain.md 1.6). What one
 * run does not get done the next one does; a run that is repeated, or runs beside another, confirms nothing twice.
 */
public final class ConfirmInvoices {

    private static final Logger LOG = Logger.getLogger(ConfirmInvoices.class);
    private static final int PAGE = 100;

    /** So many at once that a caller of the HTTP API does not wait for long. */
    private static final int INVOICES_OF_A_CALL = 25;

    /** Of a schedule, whose function has 15 minutes, and goes on in the next run where it stopped. */
    private static final long ANY_LINES = Long.MAX_VALUE;

    private final Table office;
    private final ConfirmInvoice confirmInvoice;
    private final Metrics metrics;

    public ConfirmInvoices(Table office, Metrics metrics) {
        this.office = office;
        this.metrics = metrics;
        this.confirmInvoice = new ConfirmInvoice(office);
    }

    /**
     * Confirms of one of them what a caller can wait for, and leaves the rest to the schedule, like all that others have scheduled. Returns
     * how many invoices were looked at.
     *
     * @param today the accounting date where neither the request nor the invoice asks for one
     */
    public int begin(BulkConfirmation confirmation, LocalDate today) {
        Share share = new Share(INVOICES_OF_A_CALL, LongInvoice.LINES_OF_A_CALL);
        goOn(confirmation, share, today);
        return INVOICES_OF_A_CALL - share.invoices;
    }

    /**
     * Goes on with what is scheduled, until so many invoices were looked at. Returns how many that were.
     *
     * @param today the accounting date where neither the request nor the invoice asks for one
     */
    public int run(int most, LocalDate today) {
        Share share = new Share(most, ANY_LINES);
        WorkItem.each(office, Work.Queue.BULK_CONFIRMATION, Work.OFFICE, work -> {
            BulkConfirmation.Id id = new BulkConfirmation.Id(UUID.fromString(work.id()));
            goOn(BulkConfirmationItem.find(office, id).orElseThrow(), share, today);
        });
        return most - share.invoices;
    }

    /** What a run may still do. */
    private static final class Share {
        private int invoices;
        private long lines;

        private Share(int invoices, long lines) {
            this.invoices = invoices;
            this.lines = lines;
        }

        /** Whether there is time for an invoice of so many lines, which is taken then. */
        private boolean takes(LongSupplier wanted) {
            long more = lines == ANY_LINES ? 0 : wanted.getAsLong();
            boolean takes = more <= lines;
            lines -= takes ? more : 0;
            return takes;
        }
    }

    private void goOn(BulkConfirmation confirmation, Share share, LocalDate today) {
        if (share.invoices > 0 && finished(confirmation, share, today)) {
            office.deleteAll(List.of(WorkItem.key(ScheduleConfirmations.work(confirmation.id()))));
        }
    }

    private boolean finished(BulkConfirmation confirmation, Share share, LocalDate today) {
        boolean done = true;
        String after = null;
        do {
            BulkConfirmationItem.Entries page = BulkConfirmationItem.page(office, confirmation.id(), after, PAGE);
            for (BulkConfirmation.Entry entry : page.entries()) {
                if (entry.isDone()) {
                    continue;
                }
                if (share.invoices == 0) {
                    return false;
                }
                share.invoices--;
                done &= share.takes(() -> lines(entry)) && confirm(confirmation, entry, today);
            }
            after = page.next();
        } while (after != null);
        return done;
    }

    /** None of an invoice that is not there: it takes no time to say so. */
    private long lines(BulkConfirmation.Entry entry) {
        return InvoiceItem.find(office, entry.invoice()).map(Invoice::lines).orElse(0L);
    }

    /** Returns whether it is confirmed or refused; if not, the next run takes it up again. */
    private boolean confirm(BulkConfirmation confirmation, BulkConfirmation.Entry entry, LocalDate today) {
        return LogContext.within(
                Map.of("invoice", entry.invoice().value()), () -> confirmed(confirmation, entry, today));
    }

    private boolean confirmed(BulkConfirmation confirmation, BulkConfirmation.Entry entry, LocalDate today) {
        // A slow run that has seen it scheduled must not take it back from one that was done with it since.
        if (entry.status() == BulkConfirmation.Status.SCHEDULED && !recorded(entry.processing())) {
            return false;
        }
        try {
            confirmOne(confirmation, entry, today);
            // Where another run has said how it ended, that stands.
            recorded(entry.complete());
            return true;
        } catch (Refused refused) {
            if (refused.code() == RefusalCode.COMMAND_IN_PROGRESS) {
                return false;
            }
            recorded(entry.failed(refused.code().code(), refused.detail()));
            return true;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The confirmation of invoice %s failed", entry.invoice());
            return false;
        }
    }

    private void confirmOne(BulkConfirmation confirmation, BulkConfirmation.Entry entry, LocalDate today) {
        Invoice invoice = Drafts.find(office, entry.invoice());
        // Of the request, so that what an earlier confirmation of it has confirmed is no failure of this one.
        String id = confirmation.request() + "/" + entry.invoice();
        Command command = new Command(id, id, false, confirmation.by());
        boolean own = invoice.confirmation() != null
                && invoice.confirmation().command().equals(id);
        if (own && invoice.status() != InvoiceStatus.CONFIRMING) {
            return;
        }
        long version = entry.version() == null || own ? invoice.version() : entry.version();
        confirmInvoice.confirm(
                entry.invoice(), version, new AccountingDates(confirmation.accountingDate(), today), command);
        metrics.done(Metric.INVOICES_CONFIRMED, 1);
    }

    private boolean recorded(BulkConfirmation.Entry entry) {
        return office.commit(List.of(BulkConfirmationItem.replace(entry))).done();
    }
}
