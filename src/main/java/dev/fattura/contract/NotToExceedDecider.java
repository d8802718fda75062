package dev.fattura.contract;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Limit;
import dev.fattura.money.Money;
import java.util.List;

/** Whether an amount may be billed under its limits (domain.md 1.5). */
final class NotToExceedDecider {

    private NotToExceedDecider() {}

    /**
     * In good standing if the backlog, what is invoiced and this amount are within every limit; else failed at the first that they
     * exceed.
     *
     * @param limits in the order of evaluation, with what is used of them
     */
    static BacklogEntry.Standing evaluate(List<Limit> limits, Money amount) {
        return limits.stream()
                .filter(limit -> !limit.fits(amount))
                .findFirst()
                .map(limit -> BacklogEntry.Standing.failed(limit.level()))
                .orElse(BacklogEntry.Standing.GOOD);
    }
}
