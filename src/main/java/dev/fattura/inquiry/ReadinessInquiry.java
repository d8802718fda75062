package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.Work;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Office;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a proposal has no lines yet: each row that is missing, unlike its actual or unposted, and what keeps the import from it. */
final class ReadinessInquiry {

    /** So many rows are named; the others are counted. */
    private static final int MOST_NAMED = 100;

    private final Table office;
    private final Table finance;

    ReadinessInquiry(Office office, Finance finance) {
        this.office = office.table();
        this.finance = finance.table();
    }

    /**
     * What is known of a proposal that should get its lines.
     *
     * @param proposal null while its header has not crossed
     * @param waiting what the last import or the last posting said, if it said anything
     * @param staged how many of the billed sales have crossed
     * @param posted how many of them have no unbilled sales behind them that are unposted
     * @param problems the first of them
     * @param unnamed how many more there are
     */
    record Readiness(
            Invoice invoice,
            @Nullable Proposal proposal,
            @Nullable Work waiting,
            long staged,
            long posted,
            List<RowProblem> problems,
            long unnamed) {

        boolean hasLines() {
            return proposal != null
                    && proposal.status() != ProposalStatus.AWAITING_LINES
                    && proposal.status() != ProposalStatus.IMPORTING;
        }
    }

    /** @throws dev.fattura.ledger.Refused if there is no confirmed invoice of that number */
    Readiness of(Invoice.Id id) {
        Invoice invoice = InvoiceItem.find(office, id)
                .filter(found -> found.controlTotals() != null)
                .orElseThrow(() -> Missing.of("confirmed invoice", id));
        Optional<Proposal> proposal = ProposalItem.find(finance, id);
        if (proposal.isEmpty()) {
            return new Readiness(invoice, null, null, 0, 0, List.of(), 0);
        }
        Work entry = Work.of(Work.Queue.PROPOSAL, proposal.get().company().value(), id.value());
        Work waiting = WorkItem.find(finance, entry)
                .filter(work -> work.code() != null)
                .orElse(null);
        Walk walk = new Walk(new RowProblems(finance, proposal.get()));
        BilledPages.each(office, invoice, walk::add);
        return new Readiness(invoice, proposal.get(), waiting, walk.staged, walk.posted, walk.problems, walk.unnamed);
    }

    /** Counts page by page, and keeps the first problems. */
    private static final class Walk {
        private final RowProblems rows;
        private final List<RowProblem> problems = new ArrayList<>();
        private long staged;
        private long posted;
        private long unnamed;

        private Walk(RowProblems rows) {
            this.rows = rows;
        }

        private void add(List<Actual> page) {
            RowProblems.Checked checked = rows.check(page);
            staged += checked.staged();
            posted += checked.posted();
            for (RowProblem problem : checked.problems()) {
                if (problems.size() < MOST_NAMED) {
                    problems.add(problem);
                } else {
                    unnamed++;
                }
            }
        }
    }
}
