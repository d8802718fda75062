package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.NumberSequence;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.Work;
import dev.fattura.runtime.Parked;
import dev.fattura.store.ImportStateItem;
import dev.fattura.store.ImportStateItem.ImportState;
import dev.fattura.store.JournalItem;
import dev.fattura.store.NumberSequenceItem;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Forms the integration journals of a company, one at a time.
 *
 * <p>A journal begins with one commit that has its plan, on condition of the import state that was read before the pending rows
 * were; so of two overlapping imports one starts over, and no row gets onto two journals. Whoever finds a journal that is begun
 * finishes it first, from its plan.
 */
final class FormJournals {

    /** Each lost attempt means that another import got on. */
    private static final int ATTEMPTS = 50;

    private final Table finance;
    private final Company company;
    private final PendingRows pending;
    private final FinishJournal finishing;
    private final ImportReport report;
    private int formed;

    FormJournals(Table finance, Company company, ImportReport report) {
        this.finance = finance;
        this.company = company;
        this.pending = new PendingRows(finance, company);
        this.finishing = new FinishJournal(finance);
        this.report = report;
    }

    /**
     * Puts every pending row that can be imported onto a journal. Rows that reverse others come after those, so the queue is walked
     * again as long as that lets more of them follow.
     */
    void form() {
        walk(pending::arrived);
        Waiting waiting;
        long before;
        long following = Long.MAX_VALUE;
        int formedBefore;
        do {
            before = following;
            formedBefore = formed;
            waiting = walk(pending::waited);
            following = waiting.following();
        } while (following > 0 && following < before && formed > formedBefore);
        report.add(waiting);
    }

    /** Reads a queue from a place on. */
    @FunctionalInterface
    private interface Rows {
        PendingRows.Window from(@Nullable String after);
    }

    /** Returns what waits. */
    private Waiting walk(Rows rows) {
        Waiting waiting = new Waiting();
        String after = null;
        do {
            PendingRows.Window window = formFrom(rows, after);
            window.waiting().forEach(waiting::add);
            after = window.next();
        } while (after != null);
        return waiting;
    }

    private PendingRows.Window formFrom(Rows rows, @Nullable String after) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ImportState state = ImportStateItem.read(finance, company.id());
            Journal.Id forming = state.forming();
            if (forming != null) {
                finished(state, forming, Map.of());
                continue;
            }
            PendingRows.Window window = rows.from(after);
            Optional<ImportState> formed = formAll(state, window.ready());
            if (formed.isPresent()) {
                pending.drop(window.done(), formed.get());
                return window;
            }
        }
        throw new StoreBusy(
                "Other imports of company " + company.id() + " are under way",
                new IllegalStateException(ATTEMPTS + " attempts were overtaken"));
    }

    /** The state after all were formed; empty if another import got on meanwhile, and what is pending has changed. */
    private Optional<ImportState> formAll(ImportState before, List<JournalPlanDecider.Ready> ready) {
        Map<Actual.Id, StagedActual> rows = ready.stream()
                .map(JournalPlanDecider.Ready::row)
                .collect(Collectors.toMap(StagedActual::actual, Function.identity()));
        ImportState state = before;
        for (JournalPlanDecider.Plan plan : JournalPlanDecider.plan(company.journals(), ready)) {
            NumberSequence sequence = NumberSequenceItem.read(
                    finance,
                    new NumberSequence.Id(
                            NumberSequence.Kind.JOURNAL, company.id().value()));
            NumberRange number = sequence.range(1);
            Journal journal = Journal.forming(new Journal.Id(number.last()), company, plan.period(), plan.lines());
            ImportState forming = state.forming(journal.number());
            List<Write> writes = new ArrayList<>();
            writes.add(ImportStateItem.replace(forming));
            writes.add(NumberSequenceItem.take(sequence, number));
            writes.addAll(JournalItem.create(journal));
            if (!finance.commit(writes).done() || !finished(forming, journal.number(), rows)) {
                return Optional.empty();
            }
            state = forming.done();
        }
        return Optional.of(state);
    }

    private boolean finished(ImportState state, Journal.Id id, Map<Actual.Id, StagedActual> rows) {
        Optional<Journal> imported = finish(state, id, rows);
        imported.ifPresent(report::add);
        formed += imported.isPresent() ? 1 : 0;
        return imported.isPresent();
    }

    /** One that cannot be finished holds up its company, since no other is begun before: its entry of the queue says so. */
    private Optional<Journal> finish(ImportState state, Journal.Id id, Map<Actual.Id, StagedActual> rows) {
        try {
            return finishing.finish(state, id, rows);
        } catch (RuntimeException failure) {
            Work entry = Work.of(Work.Queue.JOURNAL, company.id().value(), id.value());
            report.add(Parked.of(finance, entry, "Its import failed", failure));
            throw failure;
        }
    }
}
