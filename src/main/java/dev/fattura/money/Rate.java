package dev.fattura.money;

import java.math.BigDecimal;

/** An exchange rate: units of accounting currency for one unit of transaction currency (1.25), positive, at most ten decimals. */
public record Rate(BigDecimal value) {

    public static final int DECIMALS = 10;
    public static final Rate ONE = new Rate(BigDecimal.ONE);

    /** @throws ArithmeticException if the value has more than ten decimals */
    public Rate {
        value = Rounding.exact(value, DECIMALS);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("A rate is positive");
        }
    }

    public static Rate of(String value) {
        return new Rate(new BigDecimal(value));
    }

    @Override
    public String toString() {
        return value.stripTrailingZeros().toPlainString();
    }
}
