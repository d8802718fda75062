package dev.fattura.ledger;

import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An integration journal (domain.md 3.3): its header, and which staging rows are its lines. The plan is the truth of that: a line
 * has no number and no voucher but those of its place in the plan.
 *
 * @param number from the company's journal sequence
 * @param companyVersion of the company from which its lines were made and, from the claim of posting on, by which it is posted
 * @param period the key of the period that its lines fall into: {@code 2026-01-05}, {@code 2026-01}, {@code 2026}, {@code all}
 * @param plan its lines in the order of their line numbers, which count from 1
 * @param planVersion the version of the journal with which its plan was made what it is
 * @param vouchers the range bound to it by posting, one voucher a line; null before
 * @param original the journal from which its lines were moved because they could not be posted, or null
 * @param moved the journal to which its lines that could not be posted were moved, or null
 */
public record Journal(
        Id number,
        Company.Id company,
        long companyVersion,
        JournalStatus status,
        long version,
        String period,
        List<Line> plan,
        long planVersion,
        @Nullable NumberRange vouchers,
        @Nullable Id original,
        @Nullable Id moved) {

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
     * Which staging row a line is made of, at which exchange rate and on which accounting date. Both are pinned here, before the
     * first line is written, so that whoever finishes the journal writes the same line, whatever was recorded meanwhile.
     *
     * @param failure why it could not be posted, or null
     */
    public record Line(Actual.Id actual, Rate exchangeRate, LocalDate accountingDate, @Nullable Failure failure) {

        public Line failed(Failure why) {
            return new Line(actual, exchangeRate, accountingDate, why);
        }

        private Line mended() {
            return new Line(actual, exchangeRate, accountingDate, null);
        }
    }

    /** Why a line could not be posted: a reason with its remedy, and a sentence for a person. */
    public record Failure(WaitingReason reason, String cause) {}

    public Journal {
        plan = List.copyOf(plan);
    }

    /** A journal whose lines are planned and not written yet. */
    public static Journal forming(Id number, Company company, String period, List<Line> plan) {
        return new Journal(
                number, company.id(), company.version(), JournalStatus.IMPORTING, 1, period, plan, 1, null, null, null);
    }

    /** The actuals of its lines, in the order of their line numbers. */
    public List<Actual.Id> lines() {
        return plan.stream().map(Line::actual).toList();
    }

    /** All its lines are written: it can be posted. */
    public Journal imported() {
        return next(JournalStatus.IMPORTING, JournalStatus.DRAFT, plan);
    }

    /** It is being posted by that version of the company. */
    public Journal posting(NumberRange range, long by) {
        return next(JournalStatus.DRAFT, JournalStatus.POSTING, plan).bound(range, by, moved);
    }

    /** As {@link #posting(NumberRange, long)}, of those lines alone; the others are moved to that journal. */
    public Journal posting(NumberRange range, long by, List<Line> kept, Id movedTo) {
        return next(JournalStatus.DRAFT, JournalStatus.POSTING, kept).bound(range, by, movedTo);
    }

    public Journal posted() {
        return next(JournalStatus.POSTING, JournalStatus.POSTED, plan);
    }

    /** No line can be posted: it stays, with the cause of each. */
    public Journal failed(List<Line> causes) {
        return next(JournalStatus.DRAFT, JournalStatus.ERROR, causes);
    }

    /** A new journal of lines of this one that cannot be posted. */
    public Journal failures(Id newNumber, List<Line> causes) {
        return new Journal(
                newNumber, company, companyVersion, JournalStatus.ERROR, 1, period, causes, 1, null, number, null);
    }

    /** What was in the way is mended: it can be posted again. */
    public Journal reset() {
        return next(
                JournalStatus.ERROR,
                JournalStatus.DRAFT,
                plan.stream().map(Line::mended).toList());
    }

    /** The same without that line; without any it is canceled. @throws IllegalStateException if its lines may not change any more */
    public Journal without(Actual.Id actual) {
        List<Line> rest =
                plan.stream().filter(line -> !line.actual().equals(actual)).toList();
        JournalStatus from = status == JournalStatus.ERROR ? JournalStatus.ERROR : JournalStatus.DRAFT;
        return next(from, rest.isEmpty() ? JournalStatus.CANCELED : from, rest);
    }

    private Journal next(JournalStatus from, JournalStatus to, List<Line> nextPlan) {
        if (status != from) {
            throw new IllegalStateException("Journal " + number + " is " + status + " and cannot become " + to);
        }
        long made = nextPlan.equals(plan) ? planVersion : version + 1;
        return new Journal(
                number, company, companyVersion, to, version + 1, period, nextPlan, made, vouchers, original, moved);
    }

    private Journal bound(NumberRange range, long by, @Nullable Id movedTo) {
        return new Journal(number, company, by, status, version, period, plan, planVersion, range, original, movedTo);
    }
}
