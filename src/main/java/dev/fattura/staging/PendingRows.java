package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Arrival;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.Work;
import dev.fattura.staging.RowReadiness.Readiness;
import dev.fattura.store.ArrivalItem;
import dev.fattura.store.Condition;
import dev.fattura.store.FiscalPeriodsItem;
import dev.fattura.store.ImportStateItem;
import dev.fattura.store.ImportStateItem.ImportState;
import dev.fattura.store.Item;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.WorkItem.Entries;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a company that wait for an import: which can be put onto a journal, and why the others cannot. */
final class PendingRows {

    /** Rows that are planned at once, at most: what an import holds in memory. */
    static final int WINDOW = 2000;

    /** A part of the window; with the import state it fits into one commit. */
    private static final int PAGE = 80;

    /** Arrivals that are read at once: their rows are as many as a window is allowed. */
    private static final int ARRIVALS = WINDOW / Arrival.MOST;

    private final Table finance;
    private final Company company;
    private final RowReadiness readiness;

    PendingRows(Table finance, Company company) {
        this.finance = finance;
        this.company = company;
        this.readiness = new RowReadiness(finance, company, FiscalPeriodsItem.read(finance, company.id()));
    }

    /**
     * A part of a queue.
     *
     * @param waiting what cannot be put onto a journal, each as an entry of its own with its cause
     * @param done the entries that are of no use any more once what is ready is on journals
     * @param next where the next part begins, or null
     */
    record Window(List<JournalPlanDecider.Ready> ready, List<Work> waiting, List<Work> done, @Nullable String next) {

        private static Window empty(@Nullable String next) {
            return new Window(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), next);
        }

        private Window upTo(@Nullable String place) {
            return new Window(ready, waiting, done, place);
        }

        private boolean full() {
            return next == null || ready.size() >= WINDOW;
        }
    }

    /** Reads on in what has arrived. What waits of it gets an entry of its own. */
    Window arrived(@Nullable String after) {
        Window window = Window.empty(after);
        Set<Actual.Id> seen = new HashSet<>();
        do {
            ArrivalItem.Arrivals page = ArrivalItem.page(finance, company.id(), window.next(), ARRIVALS);
            for (Arrival arrival : page.arrivals()) {
                Map<Actual.Id, JournalLine> imported = lines(arrival.rows());
                sort(
                        arrival.rows().stream()
                                .filter(row -> !imported.containsKey(row) && seen.add(row))
                                .map(this::entry)
                                .toList(),
                        window);
                window.done().add(arrival.work());
            }
            window = window.upTo(page.next());
        } while (!window.full());
        return window;
    }

    /**
     * Reads on in what waited before; an entry whose reason to wait is another one than then is written with the new one. A late
     * import may have put an entry again whose row has its journal line already.
     */
    Window waited(@Nullable String after) {
        Window window = Window.empty(after);
        do {
            Entries page =
                    WorkItem.page(finance, Work.Queue.IMPORT, company.id().value(), window.next(), PAGE);
            Map<Actual.Id, JournalLine> imported =
                    lines(page.work().stream().map(PendingRows::actual).toList());
            window.done()
                    .addAll(page.work().stream()
                            .filter(work -> imported.containsKey(actual(work)))
                            .toList());
            sort(
                    page.work().stream()
                            .filter(work -> !imported.containsKey(actual(work)))
                            .toList(),
                    window);
            window = window.upTo(page.next());
        } while (!window.full());
        window.done()
                .addAll(window.ready().stream()
                        .map(ready -> entry(ready.row().actual()))
                        .toList());
        return window;
    }

    /**
     * Drops entries whose rows are on journals, or have an entry of their own, as long as nobody took a line off its journal, since
     * then the entry is all that is left of the row.
     *
     * @param state what the import was when the rows were found to be on journals
     */
    void drop(List<Work> done, ImportState state) {
        for (int from = 0; from < done.size(); from += PAGE) {
            List<Write> writes = new ArrayList<>();
            done.subList(from, Math.min(from + PAGE, done.size()))
                    .forEach(work -> writes.add(Write.delete(WorkItem.key(work), Condition.NONE)));
            writes.add(ImportStateItem.unchanged(state));
            if (!finance.commit(writes).done()) {
                return;
            }
        }
    }

    private void sort(List<Work> entries, Window window) {
        List<StagedActual> found = StagedActualItem.findAll(
                finance, entries.stream().map(PendingRows::actual).toList());
        Map<Actual.Id, StagedActual> rows =
                found.stream().collect(Collectors.toMap(StagedActual::actual, Function.identity()));
        Map<Actual.Id, JournalLine> originals = lines(found.stream()
                .map(StagedActual::reverses)
                .filter(Objects::nonNull)
                .toList());
        List<Item> changed = new ArrayList<>();
        for (Work before : entries) {
            StagedActual row = rows.get(actual(before));
            Readiness now = row == null ? Readiness.rowMissing() : readiness.of(row, originals);
            if (now.ready() != null) {
                window.ready().add(now.ready());
                continue;
            }
            Work work =
                    before.waiting(Objects.requireNonNull(now.reason()).code(), Objects.requireNonNull(now.cause()));
            window.waiting().add(work);
            if (!work.equals(before)) {
                changed.add(WorkItem.encode(work));
            }
        }
        finance.putAll(changed);
    }

    private Work entry(Actual.Id row) {
        return Work.of(Work.Queue.IMPORT, company.id().value(), row.toString());
    }

    private Map<Actual.Id, JournalLine> lines(List<Actual.Id> actuals) {
        return JournalLineItem.findAll(finance, actuals).stream()
                .collect(Collectors.toMap(JournalLine::actual, Function.identity()));
    }

    static Actual.Id actual(Work work) {
        return new Actual.Id(UUID.fromString(work.id()));
    }
}
