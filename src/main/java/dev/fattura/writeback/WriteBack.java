package dev.fattura.writeback;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.MapStatuses;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.ledger.Work;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.Key;
import dev.fattura.store.LongStep;
import dev.fattura.store.Page;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes the accounting detail of what finance has posted back to the actuals, and the customer invoice to the proforma
 * (domain.md 3.10).
 *
 * <p>Posting does not wait for it and is never undone by it. What cannot be written back is parked, and the rest of the journal or
 * proposal is written; what is paused stays in its queue. All of it is harmless when repeated.
 */
public final class WriteBack {

    private static final int PAGE = 500;

    private final Table finance;
    private final WriteDetails details;
    private final WriteCustomerInvoice customerInvoice;
    private final SyncErrors errors;

    public WriteBack(Table office, Table finance, TableMaps maps, SyncErrors errors) {
        this.finance = finance;
        this.details = new WriteDetails(office, maps, errors);
        this.customerInvoice = new WriteCustomerInvoice(office, maps);
        this.errors = errors;
    }

    /**
     * Writes back the lines of a journal. One that is not posted is left alone. Returns whether its entry of the queue is done.
     *
     * @throws SyncFailure if postings are missing; what is there is written
     */
    public boolean journal(Journal.Id id, MapStatuses statuses) {
        Optional<Journal> posted =
                JournalItem.find(finance, id).filter(journal -> journal.status() == JournalStatus.POSTED);
        if (posted.isEmpty() || !statuses.carries(Crossing.ACCOUNTING)) {
            return false;
        }
        Journal journal = posted.get();
        List<Actual.Id> lines = journal.lines();
        long written = 0;
        for (int first = 0; first < lines.size(); first += PAGE) {
            List<Item> page = PostingItem.items(finance, lines.subList(first, Math.min(first + PAGE, lines.size())));
            details.write(page);
            written += page.size();
        }
        requireComplete("Journal " + id, lines.size(), written);
        done(Work.of(Work.Queue.WRITE_BACK_JOURNAL, journal.company().value(), id.value()));
        return true;
    }

    /**
     * Writes back the lines of a proposal, then the customer invoice. One that is not posted is left alone. Returns whether its
     * entry of the queue is done.
     *
     * @throws SyncFailure if postings are missing; what is there is written
     */
    public boolean proposal(Invoice.Id id, MapStatuses statuses) {
        Optional<Proposal> posted =
                ProposalItem.find(finance, id).filter(proposal -> proposal.status() == ProposalStatus.POSTED);
        if (posted.isEmpty()) {
            return false;
        }
        Proposal proposal = posted.get();
        boolean lines = statuses.carries(Crossing.ACCOUNTING);
        if (lines) {
            writeLines(proposal);
        }
        boolean summary = statuses.carries(Crossing.CUSTOMER_INVOICES);
        if (summary) {
            writeSummary(proposal);
        }
        if (lines && summary) {
            done(Work.of(Work.Queue.WRITE_BACK_PROPOSAL, proposal.company().value(), id.value()));
        }
        return lines && summary;
    }

    /** Tries the detail of one posting again. @throws SyncFailure if it still cannot be written */
    public void detailAgain(SyncError.Reference posting) {
        details.writeOne(finance.get(new Key(posting.partition(), posting.sort()))
                .orElseThrow(() -> new SyncFailure(
                        Crossing.ACCOUNTING, SyncErrorCode.RECORD_MISSING, "The posting is not in finance.")));
    }

    /** Tries the customer invoice of a proposal again. @throws SyncFailure if it still cannot be written */
    public void customerInvoiceAgain(Invoice.Id id) {
        customerInvoice.write(ProposalItem.find(finance, id)
                .filter(proposal -> proposal.status() == ProposalStatus.POSTED)
                .orElseThrow(() -> new SyncFailure(
                        Crossing.CUSTOMER_INVOICES,
                        SyncErrorCode.RECORD_MISSING,
                        "Finance has no posted proposal " + id + ".")));
    }

    private void writeLines(Proposal proposal) {
        LongStep<Long> step = LongStep.writeBack(finance, proposal);
        while (!step.isOver()) {
            Page page = PostingItem.itemPage(finance, proposal, step.shard(), step.after(), PAGE);
            details.write(page.items());
            step.passed(
                    page.items().size(), page.next(), step.sums() + page.items().size());
        }
        // Whether complete or not: what comes for it again looks at all of it.
        step.forget();
        requireComplete("Proposal " + proposal.id(), lines(proposal), step.sums());
    }

    private static long lines(Proposal posted) {
        return Objects.requireNonNull(posted.lineTotals()).count();
    }

    /** The details come first, so a proforma that is Posted has all of them that could be written. */
    private void writeSummary(Proposal proposal) {
        try {
            customerInvoice.write(proposal);
        } catch (SyncFailure failure) {
            errors.park(SyncError.Source.FINANCE, ProposalItem.key(proposal.id()), failure);
        }
    }

    private void done(Work work) {
        finance.deleteAll(List.of(WorkItem.key(work)));
    }

    private static void requireComplete(String document, long lines, long postings) {
        if (lines != postings) {
            throw new SyncFailure(
                    Crossing.ACCOUNTING,
                    SyncErrorCode.RECORD_MISSING,
                    document + " has " + lines + " lines and " + postings + " postings.");
        }
    }
}
