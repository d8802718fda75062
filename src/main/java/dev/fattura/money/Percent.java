package dev.fattura.money;

import java.math.BigDecimal;

/** A share of an amount in per cent (20 means one fifth), not negative, at most four decimals; used for sales tax and splits. */
public record Percent(BigDecimal value) {

    public static final int DECIMALS = 4;
    public static final Percent HUNDRED = new Percent(BigDecimal.valueOf(100));

    /** @throws ArithmeticException if the value has more than four decimals */
    public Percent {
        value = Rounding.exact(value, DECIMALS);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("A percentage is not negative");
        }
    }

    public static Percent of(String value) {
        return new Percent(new BigDecimal(value));
    }

    public Percent plus(Percent other) {
        return new Percent(value.add(other.value));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Whether it is more than the other. */
    public boolean exceeds(Percent other) {
        return value.compareTo(other.value) > 0;
    }

    @Override
    public String toString() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
