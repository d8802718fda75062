package dev.fattura.posting;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.runtime.Parked;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Posts invoice proposals (domain.md 3.4, 3.9): the customer invoice and its ledger entries, under one voucher. */
public final class PostProposals {

    private static final Logger LOG = Logger.getLogger(PostProposals.class);

    private final Table finance;
    private final PostProposal posting;

    public PostProposals(Table finance, Clock clock) {
        this.finance = finance;
        this.posting = new PostProposal(finance, clock);
    }

    /** The proposals of all companies. */
    public PostingReport all() {
        PostingReport report = new PostingReport();
        CompanyItem.all(finance).forEach(company -> postQueue(company, report));
        return report;
    }

    /** The proposals of a company; one that fails does not hold up the others. */
    public PostingReport company(Company.Id company) {
        PostingReport report = new PostingReport();
        postQueue(company, report);
        return report;
    }

    /**
     * One proposal, on demand.
     *
     * @param dates of the customer invoice; another invoice date than the proposal's computes it anew
     * @throws Refused if there is no such proposal, if its lines are not all there, if it is posted, unless by this very command, or
     *     if it cannot be posted on that date
     */
    public PostingReport post(Invoice.Id id, Dates dates, Command command) {
        Proposal proposal = ProposalItem.find(finance, id)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no proposal " + id + "."));
        requireImported(proposal);
        // A receipt is begun with the claim alone, so a command that has one is the one that posted.
        if (proposal.status() == ProposalStatus.POSTED && !ReceiptItem.begun(finance, command)) {
            throw new Refused(RefusalCode.PROPOSAL_POSTED, "Proposal " + id + " is posted.");
        }
        Proposal posted = posting.post(id, dates, command);
        requireImported(posted);
        PostingReport report = new PostingReport();
        report.add(posted);
        return report;
    }

    private void requireImported(Proposal proposal) {
        if (!imported(proposal)) {
            throw new Refused(RefusalCode.PROPOSAL_NOT_READY, notReady(proposal));
        }
    }

    private static boolean imported(Proposal proposal) {
        return switch (proposal.status()) {
            case AWAITING_LINES, IMPORTING -> false;
            case OPEN, RECALCULATING, POSTING, POSTED -> true;
        };
    }

    private String notReady(Proposal proposal) {
        String plain = "Proposal " + proposal.id() + " does not have its lines yet";
        Work entry = Work.of(
                Work.Queue.PROPOSAL, proposal.company().value(), proposal.id().value());
        return WorkItem.find(finance, entry)
                .map(Work::cause)
                .map(cause -> plain + ": " + cause)
                .orElse(plain + ".");
    }

    /**
     * Proposals are selected as the run comes to them: one that is opened while it runs is posted too. Each is posted as a whole by one
     * run; runs may go at the same time.
     */
    private void postQueue(Company.Id company, PostingReport report) {
        WorkItem.each(finance, Work.Queue.PROPOSAL, company.value(), work -> postGuarded(work, report));
    }

    private void postGuarded(Work work, PostingReport report) {
        try {
            Invoice.Id id = new Invoice.Id(work.id());
            switch (ProposalItem.find(finance, id).orElseThrow().status()) {
                case AWAITING_LINES, IMPORTING -> report.add(work);
                case OPEN, RECALCULATING, POSTING -> post(id, work, report);
                case POSTED -> finance.deleteAll(List.of(WorkItem.key(work)));
            }
        } catch (Refused refused) {
            report.add(Parked.of(finance, work, refused));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Posting of proposal %s failed", work.id());
            report.add(Parked.of(finance, work, "Its posting failed", failure));
        }
    }

    private void post(Invoice.Id id, Work work, PostingReport report) {
        Proposal posted = posting.post(id, Dates.AS_PROPOSED, null);
        if (imported(posted)) {
            report.add(posted);
        } else {
            // Somebody has deleted its lines meanwhile; the next import makes them anew.
            report.add(work);
        }
    }
}
