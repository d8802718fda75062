package dev.fattura.inquiry;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Request;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** A company and a period of accounting dates, as a question names them: {@code ?company=USMF&from=2026-01-01&to=2026-01-31}. */
record Period(Company company, LocalDate from, LocalDate to) {

    /** A year and the months at its two ends. */
    private static final int MOST_MONTHS = 14;

    /** @throws Refused if there is no such company, or the period is none */
    static Period of(Request request, Table finance) {
        Company.Id id = new Company.Id(Missing.requireGiven("company", request.requireQuery("company")));
        LocalDate from = request.queryDate("from");
        LocalDate to = request.queryDate("to");
        Company company = CompanyItem.find(finance, id).orElseThrow(() -> Missing.of("company", id));
        Period period = new Period(company, from, to);
        if (to.isBefore(from) || period.months() > MOST_MONTHS) {
            throw new Refused(
                    RefusalCode.MEMBER_INVALID,
                    "The period must begin before it ends and be of " + MOST_MONTHS + " months at most.");
        }
        return period;
    }

    int months() {
        return Math.toIntExact(ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1);
    }

    YearMonth month(int index) {
        return YearMonth.from(from).plusMonths(index);
    }

    boolean has(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
