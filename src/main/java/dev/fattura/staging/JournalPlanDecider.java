package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.StagedActual;
import dev.fattura.money.Money;
import dev.fattura.money.Rate;
import dev.fattura.money.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Which rows go onto which integration journal, and what their lines are (domain.md 3.3). */
final class JournalPlanDecider {

    /** By id: so what was approved together, whose rows share a sheet, comes together. */
    private static final Comparator<Ready> LINE_ORDER =
            Comparator.comparing(ready -> ready.row().actual().toString());

    private JournalPlanDecider() {}

    /** A row that can be imported, the exchange rate that holds for it, and the date on which it is posted. */
    record Ready(StagedActual row, Rate exchangeRate, LocalDate accountingDate) {}

    /** A journal to be formed: its period and its lines in their order. */
    record Plan(String period, List<Journal.Line> lines) {}

    /** The journals of those rows: one period each, in the order of the transaction dates, at most so many lines as the company wants. */
    static List<Plan> plan(JournalParameters parameters, List<Ready> rows) {
        TreeMap<String, List<Journal.Line>> periods = new TreeMap<>();
        rows.stream().sorted(LINE_ORDER).forEach(ready -> periods.computeIfAbsent(
                        period(parameters.periodUnit(), ready.row().transactionDate()), missing -> new ArrayList<>())
                .add(new Journal.Line(ready.row().actual(), ready.exchangeRate(), ready.accountingDate(), null)));
        List<Plan> plans = new ArrayList<>();
        periods.forEach((period, lines) -> {
            for (int first = 0; first < lines.size(); first += parameters.lineLimit()) {
                int end = Math.min(first + parameters.lineLimit(), lines.size());
                plans.add(new Plan(period, List.copyOf(lines.subList(first, end))));
            }
        });
        return plans;
    }

    /**
     * The line that a row becomes; it follows from the plan, the row and the company's version that the journal names.
     *
     * @throws IllegalStateException if the company has no line property for the row, which then was never planned
     */
    static JournalLine line(Company company, Journal.Id journal, Journal.Line planned, StagedActual row) {
        Money accountingAmount = Rounding.convert(row.amount(), planned.exchangeRate(), company.accountingCurrency());
        return new JournalLine(
                journal,
                row.actual(),
                row.type(),
                row.transactionClass(),
                row.billingType(),
                row.quantity(),
                row.amount(),
                planned.exchangeRate(),
                accountingAmount,
                planned.accountingDate(),
                row.dimensions(),
                company.journals()
                        .category(row.transactionClass(), row.dimensions().category()),
                company.journals()
                        .lineProperty(row.billingType())
                        .orElseThrow(() -> new IllegalStateException("Row " + row.actual() + " has no line property")),
                row.reverses());
    }

    private static String period(PeriodUnit unit, LocalDate date) {
        String day = date.toString();
        return switch (unit) {
            case DAYS -> day;
            case MONTHS -> day.substring(0, 7);
            case YEARS -> day.substring(0, 4);
            case ALL -> "all";
        };
    }
}
