package dev.fattura.sweep;

import dev.fattura.actuals.CarryActuals;
import dev.fattura.contract.RecordContract;
import dev.fattura.header.CrossHeaders;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.Work;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.writeback.WriteBack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Goes through the queues of what has begun and may not have ended, and ends it with the same use cases that the functions call
 * (design.md, rules 4 and 7). One entry that fails does not hold up the others.
 */
final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private final Table office;
    private final Table finance;
    private final CrossHeaders headers;
    private final CarryActuals actuals;
    private final WriteBack writeBack;
    private final RecordContract contracts;
    private final FinishInvoices unfinished;

    Sweep(Table office, Table finance) {
        this.office = office;
        this.finance = finance;
        this.headers = new CrossHeaders(office, finance);
        this.actuals = new CarryActuals(office, finance);
        this.writeBack = new WriteBack(office, finance);
        this.contracts = new RecordContract(office);
        this.unfinished = new FinishInvoices(office);
    }

    SweepReport run(Instant now) {
        SweepReport report = new SweepReport();
        // In the order of the flow, so that what one step finishes the next one can carry.
        each(office, Work.Queue.UNFINISHED_INVOICE, Work.OFFICE, report, work -> unfinished.finish(work, now, report));
        each(office, Work.Queue.CROSSING_CONTRACT, Work.OFFICE, report, work -> contract(work, report));
        each(office, Work.Queue.CROSSING_APPROVAL, Work.OFFICE, report, work -> approval(work, report));
        each(office, Work.Queue.CROSSING_INVOICE, Work.OFFICE, report, work -> invoice(work, report));
        for (var company : CompanyItem.all(finance)) {
            each(finance, Work.Queue.WRITE_BACK_JOURNAL, company.value(), report, work -> {
                writeBack.journal(new Journal.Id(work.id()));
                report.add(SweepReport.Kind.WRITE_BACKS_DONE, 1);
            });
            each(finance, Work.Queue.WRITE_BACK_PROPOSAL, company.value(), report, work -> {
                writeBack.proposal(new Invoice.Id(work.id()));
                report.add(SweepReport.Kind.WRITE_BACKS_DONE, 1);
            });
        }
        return report;
    }

    private void contract(Work work, SweepReport report) {
        Contract.Id id = new Contract.Id(work.id());
        // A crash right after the contract was recorded may have left its milestones and products out of the backlog.
        ContractItem.find(office, id)
                .ifPresent(contract -> contracts.fillBacklog(contract, ContractLineItem.of(office, id)));
        if (headers.contract(id)) {
            report.add(SweepReport.Kind.CONTRACTS_CARRIED, 1);
        }
        done(work);
    }

    private void approval(Work work, SweepReport report) {
        long carried = actuals.approval(new Approval.Id(UUID.fromString(work.id())));
        report.add(SweepReport.Kind.ACTUALS_CARRIED, carried);
        done(work);
    }

    /** The entry of an invoice stays until the write-back takes it away: until then something of it may still have to cross. */
    private void invoice(Work work, SweepReport report) {
        Optional<Invoice> found = InvoiceItem.find(office, new Invoice.Id(work.id()));
        if (found.filter(invoice -> invoice.status() == InvoiceStatus.POSTED).isPresent()) {
            // Left by the write-back, since it has unbilled sales of its own that no proposal waits for.
            report.add(SweepReport.Kind.ACTUALS_CARRIED, actuals.invoice(found.get()));
            done(work);
            return;
        }
        Optional<Invoice> sealed = found.filter(invoice -> invoice.status() == InvoiceStatus.CONFIRMED);
        if (sealed.isEmpty()) {
            return;
        }
        if (headers.invoice(sealed.get().id())) {
            report.add(SweepReport.Kind.HEADERS_CARRIED, 1);
        }
        boolean linesMade = ProposalItem.find(finance, sealed.get().id())
                .filter(proposal -> proposal.status() != ProposalStatus.AWAITING_LINES)
                .isPresent();
        if (!linesMade) {
            report.add(SweepReport.Kind.ACTUALS_CARRIED, actuals.invoice(sealed.get()));
        }
    }

    private void done(Work work) {
        office.deleteAll(List.of(WorkItem.key(work)));
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
