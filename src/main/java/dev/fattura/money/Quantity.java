package dev.fattura.money;

import java.math.BigDecimal;

/** How much of a unit (hours, pieces), with at most two decimals ({@code msdyn_quantity}, domain.md 1.11); the sign carries a reversal. */
public record Quantity(BigDecimal value) {

    public static final int DECIMALS = 2;
    public static final Quantity ONE = new Quantity(BigDecimal.ONE);

    /** @throws ArithmeticException if the value has more than two decimals */
    public Quantity {
        value = Rounding.exact(value, DECIMALS);
    }

    public static Quantity of(String value) {
        return new Quantity(new BigDecimal(value));
    }

    public Quantity negated() {
        return new Quantity(value.negate());
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    public Quantity minus(Quantity other) {
        return plus(other.negated());
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Without trailing zeros: {@code 4}, {@code 0.25}. */
    @Override
    public String toString() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
