package dev.fattura.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The next run date of the invoice schedules of a contract (domain.md 1.13). The queue of schedules has one for each contract, in the
 * order of the dates, so what is due is found without looking at what is not.
 */
public record DueRun(LocalDate runDate, Contract.Id contract) {

    private static final int DATE_LENGTH = 10;

    /** The first run date of all lines, if any is scheduled. */
    public static Optional<DueRun> first(Contract.Id contract, List<ContractLine> lines) {
        return from(contract, lines, LocalDate.MIN);
    }

    /** The run that an entry of the queue stands for. */
    public static DueRun of(Work work) {
        return new DueRun(
                LocalDate.parse(work.id().substring(0, DATE_LENGTH)),
                new Contract.Id(work.id().substring(DATE_LENGTH + 1)));
    }

    /** The run date after this one, if any line has one. */
    public Optional<DueRun> next(List<ContractLine> lines) {
        return from(contract, lines, runDate.plusDays(1));
    }

    /** The lines that are invoiced on this run date. */
    public List<ContractLine.Id> lines(List<ContractLine> all) {
        return all.stream()
                .filter(line -> line.terms().invoiceSchedule() != null
                        && line.terms().invoiceSchedule().runsOn(runDate))
                .map(ContractLine::id)
                .toList();
    }

    public Work work() {
        return Work.of(Work.Queue.INVOICE_SCHEDULE, Work.OFFICE, runDate + "#" + contract);
    }

    private static Optional<DueRun> from(Contract.Id contract, List<ContractLine> lines, LocalDate day) {
        return lines.stream()
                .map(line -> line.terms().invoiceSchedule())
                .filter(Objects::nonNull)
                .flatMap(schedule -> schedule.firstFrom(day).stream())
                .min(LocalDate::compareTo)
                .map(date -> new DueRun(date, contract));
    }
}
