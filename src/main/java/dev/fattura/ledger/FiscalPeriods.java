package dev.fattura.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fiscal periods of a company, which are the months of the calendar, and the one rule about them that journals and customer
 * invoices share (domain.md 3.3, 4.6).
 *
 * @param version 0 where nothing was ever stated
 * @param shut the periods that are on hold or closed; all others are open
 */
public record FiscalPeriods(Company.Id company, long version, Map<YearMonth, FiscalPeriodStatus> shut) {

    public FiscalPeriods {
        shut = Map.copyOf(shut);
    }

    /** As it is before anything was stated: every period is open. */
    public static FiscalPeriods allOpen(Company.Id company) {
        return new FiscalPeriods(company, 0, Map.of());
    }

    public FiscalPeriodStatus status(YearMonth period) {
        return shut.getOrDefault(period, FiscalPeriodStatus.OPEN);
    }

    public boolean isOpen(LocalDate accountingDate) {
        return status(YearMonth.from(accountingDate)) == FiscalPeriodStatus.OPEN;
    }

    /** The next version, in which that period has that status. */
    public FiscalPeriods with(YearMonth period, FiscalPeriodStatus status) {
        Map<YearMonth, FiscalPeriodStatus> next = new TreeMap<>(shut);
        if (status == FiscalPeriodStatus.OPEN) {
            next.remove(period);
        } else {
            next.put(period, status);
        }
        return new FiscalPeriods(company, version + 1, next);
    }

    /**
     * The date on which something of that accounting date is posted: the date itself if its period is open, else the first day of
     * the next open period if it may be moved there; otherwise empty.
     */
    public Optional<LocalDate> postingDate(LocalDate accountingDate, boolean move) {
        if (isOpen(accountingDate)) {
            return Optional.of(accountingDate);
        }
        if (!move) {
            return Optional.empty();
        }
        YearMonth period = YearMonth.from(accountingDate);
        while (status(period) != FiscalPeriodStatus.OPEN) {
            period = period.plusMonths(1);
        }
        return Optional.of(period.atDay(1));
    }

    /** Why nothing can be posted on that date, in the words that people search for (domain.md 4.6). */
    public String cause(LocalDate accountingDate) {
        YearMonth period = YearMonth.from(accountingDate);
        return "No open fiscal period was found for the specified accounting date " + accountingDate + ": period "
                + period + " of company " + company + " is "
                + (status(period) == FiscalPeriodStatus.ON_HOLD ? "on hold" : "closed") + ".";
    }
}
