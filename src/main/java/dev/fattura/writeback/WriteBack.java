package dev.fattura.writeback;

import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.Work;
import dev.fattura.store.AccountingDetailItem;
import dev.fattura.store.Condition;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.JournalItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the accounting detail of what finance has posted back to the actuals, and the customer invoice to the proforma
 * (domain.md 3.10).
 *
 * <p>Posting does not wait for it and is never undone by it: what cannot be written back stays in its queue and is tried again.
 * All of it is harmless when repeated.
 */
public final class WriteBack {

    private static final int PAGE = 100;

    private final Table office;
    private final Table finance;

    public WriteBack(Table office, Table finance) {
        this.office = office;
        this.finance = finance;
    }

    /** Writes back the lines of a journal. One that is not posted is left alone. */
    public void journal(Journal.Id id) {
        Optional<Journal> posted =
                JournalItem.find(finance, id).filter(journal -> journal.status() == JournalStatus.POSTED);
        if (posted.isEmpty()) {
            return;
        }
        Journal journal = posted.get();
        List<Posting> postings = PostingItem.findAll(finance, journal.lines());
        requireComplete("Journal " + id, journal.lines().size(), postings.size());
        writeDetails(postings);
        done(Work.of(Work.Queue.WRITE_BACK_JOURNAL, journal.company().value(), id.value()));
    }

    /** Writes back the lines of a proposal, then the customer invoice. One that is not posted is left alone. */
    public void proposal(Invoice.Id id) {
        Optional<Proposal> posted =
                ProposalItem.find(finance, id).filter(proposal -> proposal.status() == ProposalStatus.POSTED);
        if (posted.isEmpty()) {
            return;
        }
        Proposal proposal = posted.get();
        Proposal.LineTotals totals = proposal.lineTotals();
        CustomerInvoice customerInvoice = proposal.customerInvoice();
        if (totals == null || customerInvoice == null) {
            throw new IllegalStateException("Proposal " + id + " is posted without a customer invoice");
        }
        requireComplete("Proposal " + id, totals.count(), writeLines(proposal));
        writeInvoice(id, customerInvoice);
        done(Work.of(Work.Queue.WRITE_BACK_PROPOSAL, proposal.company().value(), id.value()));
    }

    private long writeLines(Proposal proposal) {
        long written = 0;
        for (int shard = 0; shard < proposal.shards(); shard++) {
            String after = null;
            do {
                PostingItem.Postings page = PostingItem.page(finance, proposal, shard, after, PAGE);
                writeDetails(page.postings());
                written += page.postings().size();
                after = page.next();
            } while (after != null);
        }
        return written;
    }

    private void writeDetails(List<Posting> postings) {
        office.putAll(postings.stream()
                .map(Posting::accountingDetail)
                .map(AccountingDetailItem::encode)
                .toList());
    }

    /** The details come first, so a proforma that is Posted has all of them. */
    private void writeInvoice(Invoice.Id id, CustomerInvoice customerInvoice) {
        Invoice invoice = InvoiceItem.find(office, id)
                .orElseThrow(() -> new IllegalStateException("Proposal " + id + " has no proforma invoice"));
        if (invoice.status() == InvoiceStatus.POSTED) {
            return;
        }
        List<Write> writes = new ArrayList<>(List.of(InvoiceItem.replace(invoice.posted(customerInvoice))));
        // No proposal waits for the unbilled sales that cross by themselves: the sweep looks once more whether they
        // have.
        if (invoice.controlTotals() == null
                || invoice.controlTotals().unbilledSales().count() == 0) {
            Work crossing = Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, id.value());
            writes.add(Write.delete(WorkItem.key(crossing), Condition.NONE));
        }
        if (!office.commit(writes).done()) {
            // Somebody else wrote it back meanwhile: the repeat of this record finds it Posted.
            throw new IllegalStateException("Invoice " + id + " changed while it was written back");
        }
    }

    private void done(Work work) {
        finance.deleteAll(List.of(WorkItem.key(work)));
    }

    private static void requireComplete(String document, long lines, long postings) {
        if (lines != postings) {
            throw new IllegalStateException(document + " has " + lines + " lines and " + postings + " postings");
        }
    }
}
