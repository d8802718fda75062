package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.ProposalSums;
import dev.fattura.ledger.Work;
import dev.fattura.runtime.Parked;
import dev.fattura.store.Condition;
import dev.fattura.store.LongStep;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes the lines of a company's proposals: all lines of one, or none (domain.md 3.4). */
final class ImportProposals {

    private static final Logger LOG = Logger.getLogger(ImportProposals.class);
    private static final int ATTEMPTS = 10;

    private final Table finance;
    private final Company company;
    private final ExchangeRates rates;
    private final ProposalReadiness readiness;
    private final ImportReport report;

    ImportProposals(Table finance, Company company, ImportReport report) {
        this.finance = finance;
        this.company = company;
        this.rates = new ExchangeRates(finance, company);
        this.readiness = new ProposalReadiness(finance, company, rates);
        this.report = report;
    }

    /** All proposals that are not posted; one that fails does not hold up the others. */
    void importQueue() {
        WorkItem.each(finance, Work.Queue.PROPOSAL, company.id().value(), this::importGuarded);
    }

    private void importGuarded(Work work) {
        try {
            importOne(work);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Import of proposal %s failed", work.id());
            report.add(Parked.of(finance, work, "Its import failed", failure));
        }
    }

    /** Brings one proposal as far as it can get; one that has its lines is left alone. */
    void importOne(Work work) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Proposal> found = ProposalItem.find(finance, new Invoice.Id(work.id()));
            if (found.isEmpty() || !advanced(found.get(), work)) {
                return;
            }
        }
        throw new StoreBusy(
                "Other imports of proposal " + work.id() + " are under way",
                new IllegalStateException(ATTEMPTS + " attempts were overtaken"));
    }

    /** Returns whether it is worth looking at the proposal again. */
    private boolean advanced(Proposal proposal, Work work) {
        return switch (proposal.status()) {
            case AWAITING_LINES -> claimed(proposal, work);
            case IMPORTING -> !opened(proposal, work);
            case OPEN, RECALCULATING, POSTING, POSTED -> false;
        };
    }

    private boolean claimed(Proposal proposal, Work work) {
        ProposalReadiness.Readiness ready = readiness.of(proposal);
        if (ready.terms() != null) {
            finance.commit(List.of(ProposalItem.replace(proposal.importing(ready.terms()))));
            return true;
        }
        ProposalDecider.Wait wait = Objects.requireNonNull(ready.waiting());
        Work waiting = work.waiting(wait.reason().code(), wait.cause());
        if (!waiting.equals(work)) {
            finance.putAll(List.of(WorkItem.encode(waiting)));
        }
        report.add(waiting);
        return false;
    }

    private boolean opened(Proposal proposal, Work work) {
        Optional<LineTotals> totals = writeLines(proposal);
        if (totals.isEmpty()) {
            return false;
        }
        requireSealed(proposal, totals.get());
        Proposal open = proposal.open(totals.get());
        // It waits no longer for what its entry in the queue may say.
        Work posting = Work.of(work.queue(), work.owner(), work.id());
        boolean done = finance.commit(
                        List.of(ProposalItem.replace(open), Write.put(WorkItem.encode(posting), Condition.NONE)))
                .done();
        if (done) {
            report.add(open);
        }
        return done;
    }

    /**
     * Writes the lines in the order of the shards and rows, by which the shares of sales tax that is rounded once are decided.
     *
     * @return empty if somebody else has brought the proposal further meanwhile; then nothing more is written
     */
    private Optional<LineTotals> writeLines(Proposal proposal) {
        LongStep<ProposalSums> step = LongStep.importing(finance, proposal);
        ProposalLines lines = new ProposalLines(
                finance,
                proposal,
                rates.contract(proposal.contract()),
                step.sums().tax());
        while (!step.isOver()) {
            StagedActualItem.Rows page =
                    StagedActualItem.page(finance, proposal, step.shard(), step.after(), ProposalLineItem.PAGE);
            List<ProposalLine> made = lines.of(page.rows());
            if (!ProposalLineItem.putAll(finance, proposal, made)) {
                return Optional.empty();
            }
            LineTotals totals = step.sums().totals();
            for (int index = 0; index < made.size(); index++) {
                totals = totals.plus(
                        made.get(index), page.rows().get(index).dimensions().financialDimensions());
            }
            step.passed(made.size(), page.next(), new ProposalSums(totals, lines.tax()));
        }
        step.forget();
        return Optional.of(step.sums().totals());
    }

    /** What is about to be opened has to be what was sealed; anything else stays importing, for a person to look at. */
    private static void requireSealed(Proposal proposal, LineTotals totals) {
        if (totals.count() != proposal.controlTotals().billedSales().count()
                || !totals.charged().equals(proposal.controlTotals().charged())) {
            throw new IllegalStateException("Proposal " + proposal.id() + " has lines that it was not sealed with");
        }
    }
}
