package dev.fattura.money;

import java.math.BigDecimal;

/**
 * Sales tax that is not rounded yet, exact however many lines it sums up; it becomes money only through {@link Rounding}.
 *
 * @param value in major units of the currency
 */
public record UnroundedTax(BigDecimal value, CurrencyCode currency) {

    public static UnroundedTax none(CurrencyCode currency) {
        return new UnroundedTax(BigDecimal.ZERO, currency);
    }

    /** This tax and that of a net amount more. @throws IllegalArgumentException if it is in another currency */
    public UnroundedTax plus(Money net, Percent percent) {
        if (!net.currency().equals(currency)) {
            throw new IllegalArgumentException("Mixed currencies: " + currency + " and " + net.currency());
        }
        return new UnroundedTax(value.add(Rounding.exactTax(net, percent)), currency);
    }
}
