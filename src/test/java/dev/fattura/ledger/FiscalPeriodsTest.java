package dev.fattura.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** November and December 2025 are closed, January 2026 is on hold, March 2026 is closed. */
class FiscalPeriodsTest {

    private static final FiscalPeriods PERIODS = new FiscalPeriods(
            new Company.Id("USMF"),
            4,
            Map.of(
                    YearMonth.parse("2025-11"), FiscalPeriodStatus.CLOSED,
                    YearMonth.parse("2025-12"), FiscalPeriodStatus.CLOSED,
                    YearMonth.parse("2026-01"), FiscalPeriodStatus.ON_HOLD,
                    YearMonth.parse("2026-03"), FiscalPeriodStatus.CLOSED));

    @ParameterizedTest
    @CsvSource({
        "2025-10-31, false, 2025-10-31",
        "2025-10-31, true,  2025-10-31",
        "2025-11-01, false, ",
        "2025-11-01, true,  2026-02-01",
        "2025-12-31, true,  2026-02-01",
        "2026-01-05, false, ",
        "2026-01-05, true,  2026-02-01",
        "2026-02-28, true,  2026-02-28",
        "2026-03-31, true,  2026-04-01",
        "2026-03-31, false, ",
        "2027-01-01, false, 2027-01-01"
    })
    void postingDate_isInAnOpenPeriod_orThereIsNone(LocalDate accountingDate, boolean move, LocalDate expected) {
        assertThat(PERIODS.postingDate(accountingDate, move)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-12-31 | No open fiscal period was found for the specified accounting date 2025-12-31: period 2025-12 of"
                        + " company USMF is closed.",
                "2026-01-05 | No open fiscal period was found for the specified accounting date 2026-01-05: period 2026-01 of"
                        + " company USMF is on hold."
            })
    void cause_isInTheDocumentedWords(LocalDate accountingDate, String cause) {
        assertThat(PERIODS.cause(accountingDate)).isEqualTo(cause);
    }

    @Test
    void period_thatIsOpenedAgain_isOpen() {
        FiscalPeriods opened = PERIODS.with(YearMonth.parse("2026-03"), FiscalPeriodStatus.OPEN);

        assertThat(opened.version()).isEqualTo(5);
        assertThat(opened.isOpen(LocalDate.parse("2026-03-31"))).isTrue();
        assertThat(opened.status(YearMonth.parse("2026-03"))).isEqualTo(FiscalPeriodStatus.OPEN);
        assertThat(opened.isOpen(LocalDate.parse("2025-12-31"))).isFalse();
    }
}
