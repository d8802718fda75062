package dev.fattura.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When a contract line is invoiced by itself (domain.md 1.13): on its run dates, up to the day before each.
 *
 * @param start the first run date
 * @param end no run date is later; null where a count is given
 * @param count of the run dates; null where an end is given
 */
public record InvoiceSchedule(LocalDate start, Frequency frequency, @Nullable LocalDate end, @Nullable Integer count) {

    /** Ten years of weeks. */
    public static final int MOST_RUNS = 520;

    /** How far run dates are from each other. */
    public enum Frequency implements Coded {
        WEEKLY("weekly"),
        BIWEEKLY("biweekly"),
        MONTHLY("monthly");

        private final String code;

        Frequency(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What is invoiced on a run date is from the day before it or earlier. */
    public static LocalDate cutOff(LocalDate runDate) {
        return runDate.minusDays(1);
    }

    /** The first run date that is not before that day, if there is one. */
    public Optional<LocalDate> firstFrom(LocalDate day) {
        int index = 0;
        while (runs(index) && runDate(index).isBefore(day)) {
            index++;
        }
        return runs(index) ? Optional.of(runDate(index)) : Optional.empty();
    }

    public boolean runsOn(LocalDate day) {
        return firstFrom(day).filter(day::equals).isPresent();
    }

    /** Whether it has more run dates than that. */
    public boolean isLongerThan(int runs) {
        return runs(runs);
    }

    /** All run dates, in their order. */
    public List<LocalDate> runDates() {
        return IntStream.iterate(0, this::runs, index -> index + 1)
                .mapToObj(this::runDate)
                .toList();
    }

    private boolean runs(int index) {
        return (count == null || index < count)
                && (end == null || !runDate(index).isAfter(end));
    }

    /** Counted from the start, so that a month that is too short does not shift the ones after it. */
    private LocalDate runDate(int index) {
        return switch (frequency) {
            case WEEKLY -> start.plusWeeks(index);
            case BIWEEKLY -> start.plusWeeks(2L * index);
            case MONTHLY -> start.plusMonths(index);
        };
    }
}
