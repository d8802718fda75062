package dev.fattura.sweep;

import dev.fattura.actuals.CarryActuals;
import dev.fattura.contract.RecordContract;
import dev.fattura.header.CrossHeaders;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.MapStatuses;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.Work;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.JournalItem;
import dev.fattura.store.Key;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.writeback.WriteBack;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Carries what an entry of a crossing queue stands for, and ends the entry when nothing of it is left to carry. While its table map
 * is paused it carries nothing and ends nothing. The status is asked for each document, so a pause holds at once.
 */
final class Crossings {

    /** The code of an entry whose invoice is looked at again although it has crossed: its period is being run again. */
    static final String RUN = "run";

    private final Table office;
    private final Table finance;
    private final CrossHeaders headers;
    private final CarryActuals actuals;
    private final WriteBack writeBack;
    private final RecordContract contracts;
    private final SyncErrors errors;

    Crossings(Table office, Table finance, TableMaps maps, SyncErrors errors, Clock clock) {
        this.office = office;
        this.finance = finance;
        this.headers = new CrossHeaders(office, finance, maps, clock);
        this.actuals = new CarryActuals(office, finance, maps, errors);
        this.writeBack = new WriteBack(office, finance, maps, errors);
        this.contracts = new RecordContract(office);
        this.errors = errors;
    }

    /** Carries an entry of one of the five crossing queues. */
    void carry(Work work, SweepReport report) {
        MapStatuses statuses = MapStatusItem.read(finance);
        switch (work.queue()) {
            case CROSSING_CONTRACT -> contract(work, statuses, report);
            case CROSSING_APPROVAL -> approval(work, statuses, report);
            case CROSSING_INVOICE -> invoice(work, statuses, report);
            case WRITE_BACK_JOURNAL -> journal(work, statuses, report);
            case WRITE_BACK_PROPOSAL -> proposal(work, statuses, report);
            case UNFINISHED_INVOICE,
                    LONG_INVOICE,
                    INVOICE_SCHEDULE,
                    BULK_CONFIRMATION,
                    ARRIVED,
                    IMPORT,
                    JOURNAL,
                    PROPOSAL -> throw new IllegalArgumentException(work.queue() + " is no queue of a crossing");
        }
    }

    /** Tries a record again that could not cross. @throws SyncFailure if it still cannot */
    void again(SyncError error, MapStatuses statuses) {
        SyncError.Reference reference = error.reference();
        switch (error.crossing()) {
            case CONTRACTS -> headers.contract(new Contract.Id(id(reference)));
            case PROPOSALS -> headers.invoice(new Invoice.Id(id(reference)));
            case ACTUALS, RELATIONSHIPS -> actuals.again(reference);
            case ACCOUNTING -> detailsAgain(reference, statuses);
            case CUSTOMER_INVOICES -> writeBack.customerInvoiceAgain(new Invoice.Id(id(reference)));
        }
    }

    /** A posting lies beside its row or in a shard of its proposal; what has a header is a journal or a proposal as a whole. */
    private void detailsAgain(SyncError.Reference reference, MapStatuses statuses) {
        if (!reference.document()) {
            writeBack.detailAgain(reference);
        } else if (reference
                .partition()
                .equals(JournalItem.key(new Journal.Id(id(reference))).partition())) {
            writeBack.journal(new Journal.Id(id(reference)), statuses);
        } else {
            writeBack.proposal(new Invoice.Id(id(reference)), statuses);
        }
    }

    private void contract(Work work, MapStatuses statuses, SweepReport report) {
        Contract.Id id = new Contract.Id(work.id());
        boolean runs = statuses.carries(Crossing.CONTRACTS);
        if (runs
                && parking(
                        Crossing.CONTRACTS,
                        SyncError.Source.OFFICE,
                        ContractItem.key(id),
                        () -> headers.contract(id))) {
            report.add(SweepReport.Kind.CONTRACTS_CARRIED, 1);
        }
        // A crash right after the contract was recorded may have left its milestones and products out of the backlog.
        ContractItem.find(office, id)
                .ifPresent(contract -> contracts.fillBacklog(contract, ContractLineItem.of(office, id)));
        if (runs) {
            done(office, work);
        }
    }

    private void approval(Work work, MapStatuses statuses, SweepReport report) {
        if (statuses.carries(Crossing.ACTUALS)) {
            long carried = actuals.approval(Approval.Id.of(work));
            report.add(SweepReport.Kind.ACTUALS_CARRIED, carried);
            done(office, work);
        }
    }

    /** The entry of an invoice stays until it is written back: until then something of it may still have to cross. */
    private void invoice(Work work, MapStatuses statuses, SweepReport report) {
        Invoice.Id id = new Invoice.Id(work.id());
        if (statuses.carries(Crossing.PROPOSALS)
                && parking(
                        Crossing.PROPOSALS, SyncError.Source.OFFICE, InvoiceItem.key(id), () -> headers.invoice(id))) {
            report.add(SweepReport.Kind.HEADERS_CARRIED, 1);
        }
        Optional<Invoice> sealed = InvoiceItem.find(office, id).filter(invoice -> invoice.controlTotals() != null);
        if (sealed.isPresent() && statuses.carries(Crossing.ACTUALS)) {
            actualsOf(work, sealed.get(), report);
            if (statuses.carries(Crossing.PROPOSALS)) {
                lookedAt(work, sealed.get());
            }
        }
    }

    private void actualsOf(Work work, Invoice invoice, SweepReport report) {
        boolean again = RUN.equals(work.code()) || invoice.status() == InvoiceStatus.POSTED;
        if (again || !linesMade(invoice)) {
            report.add(SweepReport.Kind.ACTUALS_CARRIED, actuals.invoice(invoice));
        }
    }

    private void lookedAt(Work work, Invoice invoice) {
        if (invoice.status() == InvoiceStatus.POSTED) {
            done(office, work);
        } else if (work.code() != null) {
            office.putAll(List.of(WorkItem.encode(Work.of(work.queue(), work.owner(), work.id()))));
        }
    }

    private boolean linesMade(Invoice invoice) {
        return ProposalItem.find(finance, invoice.id())
                .filter(proposal -> proposal.status() != ProposalStatus.AWAITING_LINES)
                .isPresent();
    }

    private void journal(Work work, MapStatuses statuses, SweepReport report) {
        Journal.Id id = new Journal.Id(work.id());
        if (statuses.carries(Crossing.ACCOUNTING)
                && parking(
                        Crossing.ACCOUNTING,
                        SyncError.Source.FINANCE,
                        JournalItem.key(id),
                        () -> writeBack.journal(id, statuses))) {
            report.add(SweepReport.Kind.WRITE_BACKS_DONE, 1);
        }
    }

    private void proposal(Work work, MapStatuses statuses, SweepReport report) {
        Invoice.Id id = new Invoice.Id(work.id());
        if (parking(
                Crossing.ACCOUNTING,
                SyncError.Source.FINANCE,
                ProposalItem.key(id),
                () -> writeBack.proposal(id, statuses))) {
            report.add(SweepReport.Kind.WRITE_BACKS_DONE, 1);
        }
    }

    /** What a step throws for a lasting reason is parked and thrown on; what it had parked before is resolved when it succeeds. */
    private boolean parking(Crossing crossing, SyncError.Source source, Key key, Step step) {
        SyncError.Reference reference = new SyncError.Reference(source, key.partition(), key.sort());
        try {
            boolean result = step.run();
            errors.resolveIfOpen(SyncError.Id.of(crossing, reference));
            return result;
        } catch (SyncFailure failure) {
            errors.park(reference, failure);
            throw failure;
        }
    }

    /** A step of a crossing; it says whether it carried anything. */
    @FunctionalInterface
    private interface Step {
        boolean run();
    }

    private static void done(Table table, Work work) {
        table.deleteAll(List.of(WorkItem.key(work)));
    }

    /** The id of a document, which is what follows the name of its kind in its partition. */
    private static String id(SyncError.Reference reference) {
        return reference.partition().substring(reference.partition().indexOf('#') + 1);
    }
}
