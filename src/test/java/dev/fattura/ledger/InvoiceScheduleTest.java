package dev.fattura.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceScheduleTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            # start,   frequency, end,        count, run dates
            2026-01-05, WEEKLY,   -,          3,     2026-01-05 2026-01-12 2026-01-19
            2026-01-05, BIWEEKLY, 2026-02-02, -,     2026-01-05 2026-01-19 2026-02-02
            2026-01-05, BIWEEKLY, 2026-02-01, -,     2026-01-05 2026-01-19
            2026-01-31, MONTHLY,  -,          4,     2026-01-31 2026-02-28 2026-03-31 2026-04-30
            2026-01-31, MONTHLY,  2026-01-31, -,     2026-01-31
            """)
    void runDates_followFromStartAndFrequency_upToEndOrCount(
            LocalDate start, InvoiceSchedule.Frequency frequency, LocalDate end, Integer count, String dates) {
        InvoiceSchedule schedule = new InvoiceSchedule(start, frequency, end, count);

        List<String> found = new ArrayList<>();
        Optional<LocalDate> next = schedule.firstFrom(LocalDate.MIN);
        while (next.isPresent()) {
            found.add(next.get().toString());
            assertThat(schedule.runsOn(next.get())).isTrue();
            assertThat(schedule.runsOn(next.get().plusDays(1))).isFalse();
            next = schedule.firstFrom(next.get().plusDays(1));
        }
        assertThat(found).containsExactly(dates.split(" "));
    }

    @Test
    void cutOff_isTheDayBefore() {
        assertThat(InvoiceSchedule.cutOff(LocalDate.of(2026, 3, 1))).isEqualTo("2026-02-28");
    }

    @Test
    void schedule_isTooLong_beyondTenYearsOfWeeks() {
        LocalDate start = LocalDate.of(2026, 1, 5);
        InvoiceSchedule.Frequency weekly = InvoiceSchedule.Frequency.WEEKLY;
        assertThat(new InvoiceSchedule(start, weekly, start.plusWeeks(519), null).isLongerThan(520))
                .isFalse();
        assertThat(new InvoiceSchedule(start, weekly, start.plusWeeks(520), null).isLongerThan(520))
                .isTrue();
        assertThat(new InvoiceSchedule(start, weekly, null, 520).isLongerThan(520))
                .isFalse();
        assertThat(new InvoiceSchedule(start, weekly, null, 521).isLongerThan(520))
                .isTrue();
    }
}
