package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which accounting date a confirmation takes (domain.md 2.1): the one that the request asks for, else the header's, else today.
 *
 * @param asked in the request, or null
 * @param today in UTC
 */
record AccountingDates(@Nullable LocalDate asked, LocalDate today) {

    static AccountingDates of(@Nullable LocalDate asked, Clock clock) {
        return new AccountingDates(asked, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    LocalDate of(Invoice invoice) {
        LocalDate planned = invoice.adjustments().accountingDate();
        if (asked != null) {
            return asked;
        }
        return planned == null ? today : planned;
    }
}
