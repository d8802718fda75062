package dev.fattura.sweep;

import dev.fattura.ledger.Work;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.time.Instant;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Goes through the queues of what has begun and may not have ended, and ends it with the same use cases that the functions call
 * (design.md, rules 4 and 7); then it tries again what could not cross. One entry that fails does not hold up the others, and what
 * is paused stays in its queue.
 */
final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private final Table office;
    private final Table finance;
    private final Crossings crossings;
    private final RetrySyncErrors retries;
    private final FinishInvoices unfinished;

    Sweep(Table office, Table finance, Crossings crossings, RetrySyncErrors retries) {
        this.office = office;
        this.finance = finance;
        this.crossings = crossings;
        this.retries = retries;
        this.unfinished = new FinishInvoices(office);
    }

    SweepReport run(Instant now) {
        SweepReport report = new SweepReport();
        // In the order of the flow, so that what one step finishes the next one can carry.
        each(office, Work.Queue.UNFINISHED_INVOICE, Work.OFFICE, report, work -> unfinished.finish(work, now, report));
        carry(office, Work.Queue.CROSSING_CONTRACT, Work.OFFICE, report);
        carry(office, Work.Queue.CROSSING_APPROVAL, Work.OFFICE, report);
        carry(office, Work.Queue.CROSSING_INVOICE, Work.OFFICE, report);
        for (var company : CompanyItem.all(finance)) {
            carry(finance, Work.Queue.WRITE_BACK_JOURNAL, company.value(), report);
            carry(finance, Work.Queue.WRITE_BACK_PROPOSAL, company.value(), report);
        }
        retries.sweep(report);
        return report;
    }

    private void carry(Table table, Work.Queue queue, String owner, SweepReport report) {
        each(table, queue, owner, report, work -> crossings.carry(work, report));
    }

    private static void each(Table table, Work.Queue queue, String owner, SweepReport report, Consumer<Work> step) {
        WorkItem.each(table, queue, owner, work -> {
            try {
                step.accept(work);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "The sweep could not finish %s %s", queue.code(), work.id());
                report.fail(work, failure);
            }
        });
    }
}
