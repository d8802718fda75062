package dev.fattura.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.StagedActual;
import dev.fattura.money.Rate;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalPlanDeciderTest {

    /** Three days, two months, two years. The id of a row begins with its own digit. */
    private static final List<JournalPlanDecider.Ready> ROWS = List.of(
            ready("4", "2026-01-05"), ready("1", "2025-12-31"), ready("2", "2026-01-05"), ready("3", "2026-01-04"));

    @ParameterizedTest
    @CsvSource({
        "DAYS, 200, '2025-12-31: 1; 2026-01-04: 3; 2026-01-05: 2 4'",
        "MONTHS, 200, '2025-12: 1; 2026-01: 2 3 4'",
        "YEARS, 200, '2025: 1; 2026: 2 3 4'",
        "ALL, 200, 'all: 1 2 3 4'",
        "ALL, 3, 'all: 1 2 3; all: 4'",
        "MONTHS, 2, '2025-12: 1; 2026-01: 2 3; 2026-01: 4'",
        "ALL, 1, 'all: 1; all: 2; all: 3; all: 4'"
    })
    void rows_areGroupedOrderedAndLimited(PeriodUnit periodUnit, int limit, String expected) {
        List<JournalPlanDecider.Plan> plans = JournalPlanDecider.plan(parameters(periodUnit, limit), ROWS);

        assertThat(plans.stream().map(JournalPlanDeciderTest::text).toList()).isEqualTo(List.of(expected.split("; ")));
    }

    @Test
    void nothing_isPlanned_withoutRows() {
        assertThat(JournalPlanDecider.plan(parameters(PeriodUnit.ALL, 1), List.of()))
                .isEmpty();
    }

    @Test
    void line_isConvertedAtThePlannedRate() {
        JournalLine line = JournalPlanDecider.line(
                FinanceExamples.company(),
                FinanceExamples.JOURNAL,
                FinanceExamples.planned(Examples.unbilledSales().id(), Rate.of("1.25")),
                FinanceExamples.row(Examples.unbilledSales()));

        assertThat(line).isEqualTo(FinanceExamples.unbilledSalesLine());
    }

    private static String text(JournalPlanDecider.Plan plan) {
        StringBuilder text = new StringBuilder(plan.period()).append(':');
        plan.lines().stream().map(Journal.Line::actual).forEach(actual -> text.append(' ')
                .append(actual.toString().charAt(0)));
        return text.toString();
    }

    private static JournalPlanDecider.Ready ready(String digit, String date) {
        StagedActual row = FinanceExamples.row(Examples.cost());
        return new JournalPlanDecider.Ready(
                new StagedActual(
                        new Actual.Id(UUID.fromString(digit + "0000000-0000-3000-8000-000000000000")),
                        row.type(),
                        row.transactionClass(),
                        row.billingType(),
                        row.quantity(),
                        row.price(),
                        row.amount(),
                        LocalDate.parse(date),
                        row.accountingDate(),
                        row.dimensions(),
                        null,
                        null,
                        null,
                        1),
                Rate.ONE,
                row.accountingDate());
    }

    private static JournalParameters parameters(PeriodUnit periodUnit, int limit) {
        return new JournalParameters(periodUnit, limit, false, Map.of(), Map.of(), Map.of());
    }
}
