package dev.fattura.proforma;

import dev.fattura.ledger.BulkConfirmation;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.store.BulkConfirmationItem;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import dev.fattura.watch.LogContext;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Confirms any number of invoices, each on its own: one that is refused or fails does not hold up the others (domain.md 1.6). What one
 * run does not get done the next one does; a run that is repeated, or runs beside another, confirms nothing twice.
 */
public final class ConfirmInvoices {

    private static final Logger LOG = Logger.getLogger(ConfirmInvoices.class);
    private static final int PAGE = 100;

    private final Table office;
    private final ConfirmInvoice confirmInvoice;
    private final Metrics metrics;

    public ConfirmInvoices(Table office, Metrics metrics) {
        this.office = office;
        this.metrics = metrics;
        this.confirmInvoice = new ConfirmInvoice(office);
    }

    /** An invoice to be confirmed, and the version that the caller has read, or null for whatever it is. */
    public record Wanted(Invoice.Id invoice, @Nullable Long version) {}

    /**
     * Schedules them. A request without an Idempotency-Key is a new one as soon as the confirmation before is over: what was refused then
     * may have been mended since.
     *
     * @throws Refused if another request is under way with the same Idempotency-Key
     */
    public BulkConfirmation schedule(List<Wanted> wanted, @Nullable LocalDate accountingDate, Command command) {
        BulkConfirmation asked = BulkConfirmation.of(command, wanted.size(), accountingDate);
        Optional<BulkConfirmation> first = BulkConfirmationItem.find(office, asked.id());
        if (first.isEmpty()) {
            return scheduled(asked, wanted, command, List.of());
        }
        BulkConfirmation.Id newest = first.get().newest();
        if (command.remembered() || WorkItem.find(office, work(newest)).isPresent()) {
            return BulkConfirmationItem.find(office, newest).orElseThrow();
        }
        BulkConfirmation told = first.get().oneMore();
        return scheduled(told.as(told.newest(), command), wanted, command, List.of(BulkConfirmationItem.oneMore(told)));
    }

    /** The entries come first: a confirmation that is there has all of them. */
    private BulkConfirmation scheduled(
            BulkConfirmation confirmation, List<Wanted> wanted, Command command, List<Write> more) {
        for (int from = 0; from < wanted.size(); from += PAGE) {
            List<Wanted> page = wanted.subList(from, Math.min(from + PAGE, wanted.size()));
            // Where they are there, a late repeat must not schedule again what was confirmed meanwhile.
            office.commit(entries(confirmation.id(), from, page));
        }
        List<Write> writes = new ArrayList<>(more);
        writes.add(Write.put(BulkConfirmationItem.encode(confirmation), Condition.ABSENT));
        writes.add(Write.put(WorkItem.encode(work(confirmation.id())), Condition.NONE));
        if (office.commit(CommandWrites.of(command, writes)).done()) {
            return confirmation;
        }
        // The same request was faster, or another one that has the key.
        return BulkConfirmationItem.find(office, confirmation.id())
                .orElseThrow(() -> new Refused(
                        RefusalCode.COMMAND_IN_PROGRESS, "Another request has the same Idempotency-Key."));
    }

    private static List<Write> entries(BulkConfirmation.Id id, int first, List<Wanted> page) {
        return IntStream.range(0, page.size())
                .mapToObj(index -> BulkConfirmation.Entry.scheduled(
                        id,
                        first + index,
                        page.get(index).invoice(),
                        page.get(index).version()))
                .map(entry -> Write.put(BulkConfirmationItem.encode(entry), Condition.ABSENT))
                .toList();
    }

    /**
     * Goes on with what is scheduled, until so many invoices were looked at. Returns how many that were.
     *
     * @param today the accounting date where neither the request nor the invoice asks for one
     */
    public int run(int most, LocalDate today) {
        int[] left = {most};
        WorkItem.each(office, Work.Queue.BULK_CONFIRMATION, Work.OFFICE, work -> {
            BulkConfirmation.Id id = new BulkConfirmation.Id(UUID.fromString(work.id()));
            BulkConfirmation confirmation =
                    BulkConfirmationItem.find(office, id).orElseThrow();
            if (left[0] > 0 && finished(confirmation, left, today)) {
                office.deleteAll(List.of(WorkItem.key(work)));
            }
        });
        return most - left[0];
    }

    private boolean finished(BulkConfirmation confirmation, int[] left, LocalDate today) {
        boolean done = true;
        String after = null;
        do {
            BulkConfirmationItem.Entries page = BulkConfirmationItem.page(office, confirmation.id(), after, PAGE);
            for (BulkConfirmation.Entry entry : page.entries()) {
                if (entry.isDone()) {
                    continue;
                }
                if (left[0] == 0) {
                    return false;
                }
                left[0]--;
                done &= confirm(confirmation, entry, today);
            }
            after = page.next();
        } while (after != null);
        return done;
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

    private static Work work(BulkConfirmation.Id id) {
        return Work.of(Work.Queue.BULK_CONFIRMATION, Work.OFFICE, id.toString());
    }
}
