package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why billed sales rows are not ready: missing, unlike their actual, or with unbilled sales behind them that nobody has posted. */
final class RowProblems {

    private static final String MISSING = "row-not-staged";
    private static final String UNLIKE = "row-mismatched";
    private static final String UNSTAGED = "unbilled-sales-not-staged";
    private static final String UNIMPORTED = "unbilled-sales-not-imported";
    private static final String UNPOSTED = "unbilled-sales-unposted";

    private final Table finance;
    private final Proposal proposal;

    RowProblems(Table finance, Proposal proposal) {
        this.finance = finance;
        this.proposal = proposal;
    }

    /** A page of rows: how many are staged and posted, and what is wrong with the others. */
    record Checked(long staged, long posted, List<RowProblem> problems) {}

    Checked check(List<Actual> billed) {
        Map<Actual.Id, StagedActual> rows =
                StagedActualItem.findAll(
                                finance,
                                proposal,
                                billed.stream().map(Actual::id).toList())
                        .stream()
                        .collect(Collectors.toMap(StagedActual::actual, Function.identity()));
        Set<Actual.Id> posted = posted(billed);
        List<RowProblem> problems = new ArrayList<>();
        long ready = 0;
        for (Actual actual : billed) {
            Optional<RowProblem> problem = problem(actual, rows.get(actual.id()), posted);
            problem.ifPresent(problems::add);
            ready += isPosted(actual, posted) ? 1 : 0;
        }
        return new Checked(rows.size(), ready, problems);
    }

    private Optional<RowProblem> problem(Actual actual, @Nullable StagedActual row, Set<Actual.Id> posted) {
        if (row == null) {
            return Optional.of(new RowProblem(
                    actual,
                    MISSING,
                    "It has not crossed into the staging table.",
                    "Wait for the crossing; the sweep carries what the stream lost."));
        }
        Optional<String> difference = difference(actual, row);
        if (difference.isPresent()) {
            return Optional.of(
                    new RowProblem(actual, UNLIKE, difference.get(), WaitingReason.ROWS_MISMATCHED.remedy()));
        }
        return isPosted(actual, posted)
                ? Optional.empty()
                : actual.unbilledSales().map(unbilled -> unposted(actual, unbilled));
    }

    private static Optional<String> difference(Actual actual, StagedActual row) {
        if (!row.amount().equals(actual.amount())) {
            return Optional.of("The office has " + actual.amount() + ", the staged row " + row.amount() + ".");
        }
        if (row.billingType() != actual.billingType()) {
            return Optional.of(
                    "The office has billing type " + actual.billingType().code() + ", the staged row "
                            + row.billingType().code() + ".");
        }
        return row.quantity().equals(actual.quantity())
                ? Optional.empty()
                : Optional.of(
                        "The office has quantity " + actual.quantity() + ", the staged row " + row.quantity() + ".");
    }

    private static boolean isPosted(Actual actual, Set<Actual.Id> posted) {
        return actual.unbilledSales().map(posted::contains).orElse(true);
    }

    private Set<Actual.Id> posted(List<Actual> billed) {
        List<Actual.Id> unbilled = billed.stream()
                .flatMap(actual -> actual.unbilledSales().stream())
                .toList();
        return PostingItem.findAll(finance, unbilled).stream()
                .map(posting -> posting.actual())
                .collect(Collectors.toSet());
    }

    /** Where the unbilled sales behind it are: not staged, in the import queue, or on a journal. */
    private RowProblem unposted(Actual actual, Actual.Id unbilled) {
        Optional<JournalLine> line =
                JournalLineItem.findAll(finance, List.of(unbilled)).stream().findFirst();
        Optional<Journal> journal = line.flatMap(found -> JournalItem.holding(finance, found));
        if (journal.isPresent()) {
            return new RowProblem(
                    actual,
                    UNPOSTED,
                    "The unbilled sales " + unbilled + " are on journal "
                            + journal.get().number() + ", which is "
                            + journal.get().status().code() + ".",
                    "Post the journal; see it for what its lines are in error for.");
        }
        if (StagedActualItem.findAll(finance, List.of(unbilled)).isEmpty()) {
            return new RowProblem(
                    actual,
                    UNSTAGED,
                    "The unbilled sales " + unbilled + " have not crossed into the staging table.",
                    "Wait for the crossing; the sweep carries what the stream lost.");
        }
        Work entry = Work.of(Work.Queue.IMPORT, proposal.company().value(), unbilled.toString());
        Optional<Work> waiting = WorkItem.find(finance, entry).filter(work -> work.code() != null);
        return new RowProblem(
                actual,
                UNIMPORTED,
                "The unbilled sales " + unbilled + " are on no journal yet"
                        + waiting.map(work -> ": " + work.cause()).orElse("."),
                waiting.flatMap(work -> Coded.find(WaitingReason.class, String.valueOf(work.code())))
                        .map(WaitingReason::remedy)
                        .orElse("Run Import from staging, then post the journals."));
    }
}
