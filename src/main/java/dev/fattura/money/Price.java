package dev.fattura.money;

import java.math.BigDecimal;

/** The price of one unit, with at most four decimals ({@code msdyn_price}, domain.md 1.11). It becomes money only through {@link Rounding}. */
public record Price(BigDecimal value, CurrencyCode currency) {

    public static final int DECIMALS = 4;

    /** @throws ArithmeticException if the value has more than four decimals */
    public Price {
        value = Rounding.exact(value, DECIMALS);
    }

    public static Price of(String value, CurrencyCode currency) {
        return new Price(new BigDecimal(value), currency);
    }

    /** The amount of a thing sold as a whole (a milestone): its own price. */
    public static Price of(Money amount) {
        return new Price(amount.decimal(), amount.currency());
    }

    /** At least the currency's decimals, more only where they are needed: {@code 250.00}, {@code 0.0125}. */
    public String decimalText() {
        int scale = Math.max(currency.decimals(), value.stripTrailingZeros().scale());
        return Rounding.exact(value, scale).toPlainString();
    }
}
