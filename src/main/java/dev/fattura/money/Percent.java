package dev.fattura.money;

import java.math.BigDecimal;

/** A share of an amount in per cent (20 means one fifth), not negative, at most four decimals; used for sales tax. */
public record Percent(BigDecimal value) {

    public static final int DECIMALS = 4;

    /** @throws ArithmeticException if the value has more than four decimals */
    public Percent {
        value = Rounding.exact(value, DECIMALS);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("A sales tax percentage is not negative");
        }
    }

    public static Percent of(String value) {
        return new Percent(new BigDecimal(value));
    }

    @Override
    public String toString() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
