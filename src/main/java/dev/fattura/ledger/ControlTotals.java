package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import java.util.UUID;

/**
 * How many facts confirming wrote and what they sum to; sealed on the proforma, carried across with the header, and matched
 * to the last unit before a proposal line is made (design.md, rule 5).
 *
 * <p>It plays the part of finance's {@code HashedListOfBillableSalesActualIds} (domain.md 3.4), and it does not depend on
 * the order in which the facts are added.
 *
 * @param billedSales all billed sales actuals, at their value whether chargeable or not
 * @param unbilledSalesReversals the skip-sync unbilled sales: reversals of what finance itself sets to fully invoiced, and the
 *     balances of retainers, which finance keeps on account; usually a negative amount
 * @param unbilledSales the unbilled sales that cross: what replaces or takes back an edited or corrected line
 * @param charged the sum of the chargeable billed sales: the total of the invoice without tax
 * @param billedSalesIds the exclusive-or of the ids of all billed sales actuals
 */
public record ControlTotals(
        Total billedSales, Total unbilledSalesReversals, Total unbilledSales, Money charged, UUID billedSalesIds) {

    /** A count of facts and the sum of their amounts. */
    public record Total(long count, Money amount) {

        Total plus(Money more) {
            return new Total(count + 1, amount.plus(more));
        }
    }

    public static ControlTotals none(CurrencyCode currency) {
        Total zero = new Total(0, Money.zero(currency));
        return new ControlTotals(zero, zero, zero, zero.amount(), new UUID(0, 0));
    }

    /** These totals and one actual more that confirming writes. @throws IllegalArgumentException for a cost, which it never writes */
    public ControlTotals plus(Actual actual) {
        return switch (actual.type()) {
            case BILLED_SALES -> withBilledSales(actual.id(), actual.billingType(), actual.amount());
            case UNBILLED_SALES -> withUnbilledSales(actual.amount(), actual.skipSync());
            case COST -> throw new IllegalArgumentException("Confirming writes no cost: " + actual.id());
        };
    }

    /** These totals and one billed sales actual more. */
    public ControlTotals withBilledSales(Actual.Id id, BillingType billingType, Money amount) {
        Money more = billingType == BillingType.CHARGEABLE ? amount : Money.zero(amount.currency());
        return new ControlTotals(
                billedSales.plus(amount), unbilledSalesReversals, unbilledSales, charged.plus(more), folded(id));
    }

    /** These totals and one unbilled sales actual more. */
    public ControlTotals withUnbilledSales(Money amount, boolean skipSync) {
        return skipSync
                ? new ControlTotals(
                        billedSales, unbilledSalesReversals.plus(amount), unbilledSales, charged, billedSalesIds)
                : new ControlTotals(
                        billedSales, unbilledSalesReversals, unbilledSales.plus(amount), charged, billedSalesIds);
    }

    /** Whether finance has staged exactly the billed sales that the office sealed; reversals never cross. */
    public boolean sameBilledSales(ControlTotals other) {
        return billedSales.equals(other.billedSales)
                && charged.equals(other.charged)
                && billedSalesIds.equals(other.billedSalesIds);
    }

    private UUID folded(Actual.Id id) {
        return new UUID(
                billedSalesIds.getMostSignificantBits() ^ id.value().getMostSignificantBits(),
                billedSalesIds.getLeastSignificantBits() ^ id.value().getLeastSignificantBits());
    }
}
