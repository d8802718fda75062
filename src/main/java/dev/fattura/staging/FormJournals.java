package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.NumberSequence;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.Work;
import dev.fattura.store.Condition;
import dev.fattura.store.ImportStateItem;
import dev.fattura.store.ImportStateItem.ImportState;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.NumberSequenceItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
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
    private final ImportReport report;

    FormJournals(Table finance, Company company, ImportReport report) {
        this.finance = finance;
        this.company = company;
        this.pending = new PendingRows(finance, company);
        this.report = report;
    }

    /** Puts every pending row that can be imported onto a journal. */
    void form() {
        String after = null;
        do {
            PendingRows.Window window = formFrom(after);
            window.waiting().forEach(report::add);
            after = window.next();
        } while (after != null);
    }

    private PendingRows.Window formFrom(@Nullable String after) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ImportState state = ImportStateItem.read(finance, company.id());
            if (state.forming() != null) {
                finish(state, state.forming());
                continue;
            }
            PendingRows.Window window = pending.read(after);
            if (formAll(state, JournalPlanDecider.plan(company, window.ready()))) {
                return window;
            }
        }
        throw new StoreBusy(
                "Other imports of company " + company.id() + " are under way",
                new IllegalStateException(ATTEMPTS + " attempts were overtaken"));
    }

    /** Returns whether all were formed; if not, another import got on meanwhile and what is pending has changed. */
    private boolean formAll(ImportState before, List<JournalPlanDecider.Plan> plans) {
        ImportState state = before;
        for (JournalPlanDecider.Plan plan : plans) {
            Optional<ImportState> begun = begin(state, plan);
            if (begun.isEmpty() || !finish(begun.get(), begun.get().forming())) {
                return false;
            }
            state = begun.get().done();
        }
        return true;
    }

    private Optional<ImportState> begin(ImportState state, JournalPlanDecider.Plan plan) {
        NumberSequence sequence = NumberSequenceItem.read(
                finance,
                new NumberSequence.Id(NumberSequence.Kind.JOURNAL, company.id().value()));
        NumberRange number = sequence.range(1);
        Journal journal = new Journal(
                new Journal.Id(number.last()),
                company.id(),
                JournalStatus.IMPORTING,
                1,
                plan.period(),
                plan.lines(),
                null);
        ImportState forming = state.forming(journal.number());
        List<Write> writes = new ArrayList<>();
        writes.add(ImportStateItem.replace(forming));
        writes.add(NumberSequenceItem.take(sequence, number));
        writes.addAll(JournalItem.create(journal));
        return finance.commit(writes).done() ? Optional.of(forming) : Optional.empty();
    }

    /** Writes the lines of a journal that is begun; returns whether it was this run that finished it. */
    private boolean finish(ImportState state, Journal.@Nullable Id id) {
        Journal journal = Optional.ofNullable(id)
                .flatMap(number -> JournalItem.find(finance, number))
                .orElseThrow();
        if (journal.status() != JournalStatus.IMPORTING) {
            return false;
        }
        finance.putAll(lines(journal));
        String owner = company.id().value();
        finance.deleteAll(journal.lines().stream()
                .map(actual -> WorkItem.key(Work.of(Work.Queue.IMPORT, owner, actual.toString())))
                .toList());
        Work posting = Work.of(Work.Queue.JOURNAL, owner, journal.number().value());
        Journal imported = journal.imported();
        boolean done = finance.commit(List.of(
                        ImportStateItem.replace(state.done()),
                        JournalItem.replace(imported),
                        Write.put(WorkItem.encode(posting), Condition.NONE)))
                .done();
        if (done) {
            report.add(imported);
        }
        return done;
    }

    private List<Item> lines(Journal journal) {
        Map<Actual.Id, StagedActual> rows = StagedActualItem.findAll(finance, journal.lines()).stream()
                .collect(Collectors.toMap(StagedActual::actual, Function.identity()));
        List<Item> lines = new ArrayList<>();
        for (Journal.Line planned : journal.plan()) {
            StagedActual row = rows.get(planned.actual());
            if (row == null) {
                throw new IllegalStateException(
                        "Journal " + journal.number() + " has no staging row " + planned.actual());
            }
            lines.add(JournalLineItem.encode(
                    JournalPlanDecider.line(company, journal.number(), lines.size() + 1, row, planned.exchangeRate())));
        }
        return lines;
    }
}
