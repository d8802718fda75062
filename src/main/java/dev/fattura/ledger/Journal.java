package dev.fattura.ledger;

import dev.fattura.money.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An integration journal (domain.md 3.3): its header, and which staging rows are its lines.
 *
 * @param number from the company's journal sequence
 * @param period the key of the period that its lines fall into: {@code 2026-01-05}, {@code 2026-01}, {@code 2026}, {@code all}
 * @param plan its lines as they were planned, in the order of their line numbers, which count from 1
 * @param vouchers the range bound to it by posting, one voucher a line; null before
 */
public record Journal(
        Id number,
        Company.Id company,
        JournalStatus status,
        long version,
        String period,
        List<Line> plan,
        @Nullable NumberRange vouchers) {

    /** The number of an integration journal. */
    public record Id(String value) {
        public Id {
            Identifiers.requireGiven(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * Which staging row a line is made of, and at which exchange rate. The rate is pinned here, before the first line is
     * written, so that whoever finishes the journal writes the same line, whatever rates were recorded meanwhile.
     */
    public record Line(Actual.Id actual, Rate exchangeRate) {}

    public Journal {
        plan = List.copyOf(plan);
    }

    /** The actuals of its lines, in the order of their line numbers. */
    public List<Actual.Id> lines() {
        return plan.stream().map(Line::actual).toList();
    }

    /** All its lines are written: it can be posted. */
    public Journal imported() {
        return next(JournalStatus.IMPORTING, JournalStatus.DRAFT, vouchers);
    }

    public Journal posting(NumberRange range) {
        return next(JournalStatus.DRAFT, JournalStatus.POSTING, range);
    }

    public Journal posted() {
        return next(JournalStatus.POSTING, JournalStatus.POSTED, vouchers);
    }

    private Journal next(JournalStatus from, JournalStatus to, @Nullable NumberRange range) {
        if (status != from) {
            throw new IllegalStateException("Journal " + number + " is " + status + " and cannot become " + to);
        }
        return new Journal(number, company, to, version + 1, period, plan, range);
    }
}
