package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.ImportStateItem;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person may do to an integration journal that is not posted: reset it to draft, take a line off it (domain.md 3.3). */
public final class EditJournal {

    private final Table finance;

    public EditJournal(Table finance) {
        this.finance = finance;
    }

    /**
     * Updates a journal in error to draft, so that it is posted again; one that is a draft stays as it is.
     *
     * @throws Refused if there is no such journal, or it is in no such state
     */
    public Journal reset(Journal.Id id, Command command) {
        return Attempts.untilDone(() -> {
            Journal journal = find(id);
            if (ReceiptItem.begun(finance, command)) {
                return Optional.of(journal);
            }
            return switch (journal.status()) {
                case ERROR -> replaced(journal.reset(), List.of(Write.put(posting(journal), Condition.NONE)), command);
                case DRAFT -> Optional.of(journal);
                case IMPORTING -> throw importing(id);
                case POSTING, POSTED ->
                    throw new Refused(RefusalCode.JOURNAL_POSTED, "Journal " + id + " is posted, or is being posted.");
                case CANCELED -> throw new Refused(RefusalCode.JOURNAL_CANCELED, "Journal " + id + " is canceled.");
            };
        });
    }

    /**
     * Takes a line off a journal; its row is imported again by the next import.
     *
     * @return the journal without it, canceled if it was the last one
     * @throws Refused if there is no such line, or it is posted
     */
    public Journal deleteLine(Journal.Id id, Actual.Id actual, Command command) {
        return Attempts.untilDone(() -> {
            // The state is read first: the row must not get onto a journal between looking and taking it off.
            ImportStateItem.ImportState state = ImportStateItem.read(finance, find(id).company());
            Journal journal = find(id);
            if (ReceiptItem.begun(finance, command)) {
                return Optional.of(journal);
            }
            requireLine(journal, actual);
            Journal without = journal.without(actual);
            String owner = journal.company().value();
            List<Write> writes = new ArrayList<>();
            writes.add(ImportStateItem.replace(state.overtaken()));
            writes.add(JournalLineItem.removal(actual));
            writes.add(
                    Write.put(WorkItem.encode(Work.of(Work.Queue.IMPORT, owner, actual.toString())), Condition.NONE));
            if (without.status() == JournalStatus.CANCELED) {
                writes.add(Write.delete(WorkItem.key(Work.of(Work.Queue.JOURNAL, owner, id.value())), Condition.NONE));
            }
            return replaced(without, writes, command);
        });
    }

    private static void requireLine(Journal journal, Actual.Id actual) {
        switch (journal.status()) {
            case IMPORTING -> throw importing(journal.number());
            case POSTING, POSTED ->
                throw new Refused(
                        RefusalCode.LINE_POSTED,
                        "Journal " + journal.number() + " is posted, or is being posted: its lines stay.");
            case DRAFT, ERROR, CANCELED -> {
                if (!journal.lines().contains(actual)) {
                    throw new Refused(
                            RefusalCode.NOT_FOUND, "Journal " + journal.number() + " has no line " + actual + ".");
                }
            }
        }
    }

    private Optional<Journal> replaced(Journal next, List<Write> others, Command command) {
        List<Write> writes = new ArrayList<>(JournalItem.replaceWithPlan(next));
        writes.addAll(others);
        return finance.commit(CommandWrites.of(command, writes)).done() ? Optional.of(next) : Optional.empty();
    }

    private Journal find(Journal.Id id) {
        return JournalItem.find(finance, id)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no journal " + id + "."));
    }

    private static Item posting(Journal journal) {
        return WorkItem.encode(Work.of(
                Work.Queue.JOURNAL, journal.company().value(), journal.number().value()));
    }

    private static Refused importing(Journal.Id id) {
        return new Refused(RefusalCode.JOURNAL_NOT_READY, "The lines of journal " + id + " are still being made.");
    }
}
