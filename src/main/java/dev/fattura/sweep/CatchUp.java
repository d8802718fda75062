package dev.fattura.sweep;

import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Work;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Walks the queues of a crossing and carries what waits there: in the order of the flow, and within a queue in the order of its
 * entries. It stops when its time is up, or before a document that is too large for a caller who waits; the sweep goes on from
 * there, since what was carried is ticked off.
 */
final class CatchUp {

    /** A caller over HTTP gets an answer within 29 seconds; the rest of that is for the document that is begun last. */
    private static final Duration WORKING_TIME = Duration.ofSeconds(12);

    private static final long LARGEST_WHILE_WAITING = 5_000;
    private static final int PAGE = 100;
    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private final Table office;
    private final Table finance;
    private final Crossings crossings;
    private final Clock clock;

    CatchUp(Table office, Table finance, Crossings crossings, Clock clock) {
        this.office = office;
        this.finance = finance;
        this.crossings = crossings;
        this.clock = clock;
    }

    /** Whether everything was looked at; if not, the sweep goes on. */
    boolean run(Crossing crossing, SweepReport report) {
        Instant end = clock.instant().plus(WORKING_TIME);
        for (Lane lane : lanes(crossing)) {
            if (!walk(lane, end, report)) {
                return false;
            }
        }
        return true;
    }

    /** A queue of an owner, and the table in which it is. */
    record Lane(Table table, Work.Queue queue, String owner) {}

    /** The queues in which what that crossing has not carried waits, in the order of the flow. */
    List<Lane> lanes(Crossing crossing) {
        return switch (crossing) {
            case CONTRACTS -> List.of(new Lane(office, Work.Queue.CROSSING_CONTRACT, Work.OFFICE));
            case PROPOSALS -> List.of(new Lane(office, Work.Queue.CROSSING_INVOICE, Work.OFFICE));
            case ACTUALS, RELATIONSHIPS ->
                List.of(
                        new Lane(office, Work.Queue.CROSSING_APPROVAL, Work.OFFICE),
                        new Lane(office, Work.Queue.CROSSING_INVOICE, Work.OFFICE));
            case ACCOUNTING -> ofCompanies(Work.Queue.WRITE_BACK_JOURNAL, Work.Queue.WRITE_BACK_PROPOSAL);
            case CUSTOMER_INVOICES -> ofCompanies(Work.Queue.WRITE_BACK_PROPOSAL);
        };
    }

    private List<Lane> ofCompanies(Work.Queue... queues) {
        List<Lane> lanes = new ArrayList<>();
        for (var company : CompanyItem.all(finance)) {
            for (Work.Queue queue : queues) {
                lanes.add(new Lane(finance, queue, company.value()));
            }
        }
        return lanes;
    }

    private boolean walk(Lane lane, Instant end, SweepReport report) {
        String after = null;
        do {
            WorkItem.Entries page = WorkItem.page(lane.table(), lane.queue(), lane.owner(), after, PAGE);
            for (Work work : page.work()) {
                if (!clock.instant().isBefore(end) || tooLarge(work)) {
                    return false;
                }
                carry(work, report);
            }
            after = page.next();
        } while (after != null);
        return true;
    }

    private void carry(Work work, SweepReport report) {
        try {
            crossings.carry(work, report);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "%s %s could not be carried", work.queue().code(), work.id());
            report.fail(work, failure);
        }
    }

    private boolean tooLarge(Work work) {
        boolean invoice = work.queue() == Work.Queue.CROSSING_INVOICE || work.queue() == Work.Queue.WRITE_BACK_PROPOSAL;
        return invoice
                && office.get(InvoiceItem.key(new Invoice.Id(work.id())))
                        .filter(header -> header.read().has("lines"))
                        .filter(header -> header.read().number("lines") > LARGEST_WHILE_WAITING)
                        .isPresent();
    }
}
