package dev.fattura.posting;

import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.Work;
import dev.fattura.store.CrossedItem;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.watch.LogContext;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Tells what a run of posting has done. What is posted is posted, whether it can be told or not. */
final class ToldPostings {

    private static final Logger LOG = Logger.getLogger(ToldPostings.class);

    private final Table finance;
    private final Metrics metrics;

    ToldPostings(Table finance, Metrics metrics) {
        this.finance = finance;
        this.metrics = metrics;
    }

    /**
     * Of a run over all companies, which alone knows how much waits.
     *
     * @param waiting the metric of its own queue: in one that is told of both queues, the empty one would end the alarm of the other
     */
    PostingReport ofAll(Metric waiting, PostingReport report) {
        Map<String, Long> byCause = new TreeMap<>();
        for (Work work : report.waiting()) {
            byCause.merge(Objects.requireNonNullElse(work.code(), "not-tried"), 1L, Long::sum);
        }
        metrics.levels(waiting, byCause);
        return ofOne(report);
    }

    /** Of one journal or one proposal. */
    PostingReport ofOne(PostingReport report) {
        metrics.done(Metric.JOURNALS_POSTED, report.journals().size());
        metrics.done(Metric.PROPOSALS_POSTED, report.proposals().size());
        for (Proposal proposal : report.proposals()) {
            LogContext.within(
                    Map.of(
                            "proposal", proposal.id().value(),
                            "company", proposal.company().value()),
                    () -> waited(proposal));
        }
        return report;
    }

    private void waited(Proposal proposal) {
        try {
            CrossedItem.find(finance, proposal.id())
                    .ifPresent(crossed -> metrics.lag(Metric.PROPOSAL_TO_POSTING, crossed));
        } catch (StoreBusy busy) {
            LOG.warn("How long a proposal waited is not known", busy);
        }
    }
}
