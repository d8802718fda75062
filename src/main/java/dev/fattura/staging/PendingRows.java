package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.Work;
import dev.fattura.staging.RowReadiness.Readiness;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The import queue of a company: which staged rows can be put onto a journal, and why the others cannot. */
final class PendingRows {

    /** Rows that are planned at once, at most: what an import holds in memory. */
    static final int WINDOW = 2000;

    /** A part of the window; with the import state it fits into one commit. */
    private static final int PAGE = 80;

    private final Table finance;
    private final Company company;
    private final RowReadiness readiness;

    PendingRows(Table finance, Company company) {
        this.finance = finance;
        this.company = company;
        this.readiness = new RowReadiness(finance, company, FiscalPeriodsItem.read(finance, company.id()));
    }

    /**
     * A part of the queue.
     *
     * @param next where the next part begins, or null
     */
    record Window(List<JournalPlanDecider.Ready> ready, List<Work> waiting, @Nullable String next) {}

    /**
     * Reads from there on; an entry whose reason to wait is another one than before is written with the new one.
     *
     * @param state what the import was when it began to read
     * @return empty if that state changed while entries were dropped
     */
    Optional<Window> read(@Nullable String after, ImportState state) {
        List<JournalPlanDecider.Ready> ready = new ArrayList<>();
        List<Work> waiting = new ArrayList<>();
        String next = after;
        do {
            Entries page =
                    WorkItem.page(finance, Work.Queue.IMPORT, company.id().value(), next, PAGE);
            Map<Actual.Id, JournalLine> imported =
                    lines(page.work().stream().map(PendingRows::actual).toList());
            if (!dropped(page.work(), imported, state)) {
                return Optional.empty();
            }
            sort(
                    page.work().stream()
                            .filter(work -> !imported.containsKey(actual(work)))
                            .toList(),
                    ready,
                    waiting);
            next = page.next();
        } while (next != null && ready.size() < WINDOW);
        return Optional.of(new Window(ready, waiting, next));
    }

    /**
     * A stream record that came late may have put an entry again whose row has its journal line already. It is dropped only as long
     * as nobody took that line off its journal, since then the entry is all that is left of the row.
     */
    private boolean dropped(List<Work> entries, Map<Actual.Id, JournalLine> imported, ImportState state) {
        List<Write> writes = new ArrayList<>();
        entries.stream()
                .filter(work -> imported.containsKey(actual(work)))
                .forEach(work -> writes.add(Write.delete(WorkItem.key(work), Condition.NONE)));
        if (writes.isEmpty()) {
            return true;
        }
        writes.add(ImportStateItem.unchanged(state));
        return finance.commit(writes).done();
    }

    private void sort(List<Work> entries, List<JournalPlanDecider.Ready> ready, List<Work> waiting) {
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
                ready.add(now.ready());
                continue;
            }
            Work work =
                    before.waiting(Objects.requireNonNull(now.reason()).code(), Objects.requireNonNull(now.cause()));
            waiting.add(work);
            if (!work.equals(before)) {
                changed.add(WorkItem.encode(work));
            }
        }
        finance.putAll(changed);
    }

    private Map<Actual.Id, JournalLine> lines(List<Actual.Id> actuals) {
        return JournalLineItem.findAll(finance, actuals).stream()
                .collect(Collectors.toMap(JournalLine::actual, Function.identity()));
    }

    static Actual.Id actual(Work work) {
        return new Actual.Id(UUID.fromString(work.id()));
    }
}
