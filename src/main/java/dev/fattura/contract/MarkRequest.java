package dev.fattura.contract;

import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.money.Percent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for with {@code POST /contracts/{contract}/backlog/mark}.
 *
 * @param entries the chosen entries; empty where a day is given
 * @param upTo all entries with a date up to this day; null where entries are chosen
 * @param customer whose entries up to that day; null for all customers
 */
record MarkRequest(
        Contract.Id contract,
        BacklogStatus status,
        List<UUID> entries,
        @Nullable LocalDate upTo,
        @Nullable String customer) {

    /**
     * The next part of a progress-based line, which becomes a milestone (domain.md 1.9).
     *
     * @param milestone the id that the caller gives it, so that a repeat is known
     * @param percent of the contracted amount
     * @param date of the milestone
     */
    record Progress(
            Contract.Id contract,
            ContractLine.Id line,
            String milestone,
            String name,
            Percent percent,
            LocalDate date) {}

    /** The outcome: entries that have the status now, those that had it before, and those that a limit keeps from it. */
    record Marked(long marked, long unchanged, long notToExceed) {

        static final Marked NONE = new Marked(0, 0, 0);

        Marked plus(Marked more) {
            return new Marked(marked + more.marked, unchanged + more.unchanged, notToExceed + more.notToExceed);
        }
    }
}
