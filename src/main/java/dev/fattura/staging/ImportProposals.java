package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import dev.fattura.money.Money;
import dev.fattura.store.Condition;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes the lines of a company's proposals: all lines of one, or none (domain.md 3.4). */
final class ImportProposals {

    private static final Logger LOG = Logger.getLogger(ImportProposals.class);
    private static final int PAGE = 100;
    private static final int ATTEMPTS = 10;

    private final Table finance;
    private final Company company;
    private final ProposalReadiness readiness;
    private final ImportReport report;

    ImportProposals(Table finance, Company company, ImportReport report) {
        this.finance = finance;
        this.company = company;
        this.readiness = new ProposalReadiness(finance, company);
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
            report.add(work.waiting(WaitingReason.FAILED.code(), "Its import failed."));
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
            case OPEN, POSTING, POSTED -> false;
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
        Proposal.LineTotals totals = writeLines(proposal);
        requireSealed(proposal, totals);
        Proposal open = proposal.open(totals);
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

    private Proposal.LineTotals writeLines(Proposal proposal) {
        Money zero = Money.zero(proposal.currency());
        Proposal.LineTotals totals = new Proposal.LineTotals(0, zero, zero);
        for (int shard = 0; shard < proposal.shards(); shard++) {
            String after = null;
            do {
                StagedActualItem.Rows page = StagedActualItem.page(finance, proposal, shard, after, PAGE);
                List<ProposalLine> lines = lines(proposal, page.rows());
                finance.putAll(lines.stream()
                        .map(line -> ProposalLineItem.encode(proposal, line))
                        .toList());
                for (ProposalLine line : lines) {
                    totals = ProposalDecider.plus(totals, line);
                }
                after = page.next();
            } while (after != null);
        }
        return totals;
    }

    private List<ProposalLine> lines(Proposal proposal, List<StagedActual> rows) {
        List<Actual.Id> unbilledSales = rows.stream()
                .map(StagedActual::unbilledSales)
                .filter(Objects::nonNull)
                .toList();
        Map<Actual.Id, Posting> postings = PostingItem.findAll(finance, unbilledSales).stream()
                .collect(Collectors.toMap(Posting::actual, Function.identity()));
        Proposal.Terms terms = Objects.requireNonNull(proposal.terms());
        List<ProposalLine> lines = new ArrayList<>(rows.size());
        for (StagedActual row : rows) {
            Posting posting = row.unbilledSales() == null ? null : postings.get(row.unbilledSales());
            if (row.unbilledSales() != null && posting == null) {
                throw new IllegalStateException("The posting of " + row.unbilledSales() + " is gone");
            }
            lines.add(ProposalDecider.line(proposal, row, terms, posting));
        }
        return lines;
    }

    /** What is about to be opened has to be what was sealed; anything else stays importing, for a person to look at. */
    private static void requireSealed(Proposal proposal, Proposal.LineTotals totals) {
        if (totals.count() != proposal.controlTotals().billedSales().count()
                || !totals.charged().equals(proposal.controlTotals().charged())) {
            throw new IllegalStateException("Proposal " + proposal.id() + " has lines that it was not sealed with");
        }
    }
}
