package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.Work;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Condition;
import dev.fattura.store.ImportStateItem;
import dev.fattura.store.ImportStateItem.ImportState;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.Parts;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the lines of a journal that is begun. Lines are committed on condition that the import is what it was: an import that
 * comes late cannot bring back a line that a person has taken off meanwhile.
 */
final class FinishJournal {

    private final Table finance;

    FinishJournal(Table finance) {
        this.finance = finance;
    }

    /**
     * The journal, imported; empty if somebody else got on with the import meanwhile.
     *
     * @param known rows that were read already; the others of the journal are looked up
     */
    Optional<Journal> finish(ImportState state, Journal.Id id, Map<Actual.Id, StagedActual> known) {
        Journal journal = JournalItem.find(finance, id).orElseThrow();
        if (journal.status() != JournalStatus.IMPORTING || !linesWritten(state, journal, known)) {
            return Optional.empty();
        }
        Journal imported = journal.imported();
        Work posting = Work.of(Work.Queue.JOURNAL, journal.company().value(), id.value());
        boolean done = finance.commit(List.of(
                        ImportStateItem.replace(state.done()),
                        JournalItem.replace(imported),
                        Write.put(WorkItem.encode(posting), Condition.NONE)))
                .done();
        return done ? Optional.of(imported) : Optional.empty();
    }

    private boolean linesWritten(ImportState state, Journal journal, Map<Actual.Id, StagedActual> known) {
        Company company = CompanyItem.find(finance, journal.company(), journal.companyVersion())
                .orElseThrow();
        return Parts.each(
                journal.plan(), Table.COMMIT_LIMIT - 1, line -> Stream.of(JournalLineItem.key(line.actual())), plan -> {
                    List<Write> writes = lines(company, journal, plan, known);
                    writes.add(ImportStateItem.unchanged(state));
                    return finance.commit(writes).done();
                });
    }

    private List<Write> lines(
            Company company, Journal journal, List<Journal.Line> plan, Map<Actual.Id, StagedActual> known) {
        List<Actual.Id> unknown = plan.stream()
                .map(Journal.Line::actual)
                .filter(actual -> !known.containsKey(actual))
                .toList();
        Map<Actual.Id, StagedActual> rows = new HashMap<>(known);
        StagedActualItem.findAll(finance, unknown).forEach(row -> rows.put(row.actual(), row));
        List<JournalLine> lines = new ArrayList<>();
        for (Journal.Line planned : plan) {
            StagedActual row = rows.get(planned.actual());
            if (row == null) {
                throw new IllegalStateException(
                        "Journal " + journal.number() + " has no staging row " + planned.actual());
            }
            lines.add(JournalPlanDecider.line(company, journal.number(), planned, row));
        }
        return JournalLineItem.encodeAll(lines).stream()
                .map(item -> Write.put(item, Condition.NONE))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
