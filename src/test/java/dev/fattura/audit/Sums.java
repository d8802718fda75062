package dev.fattura.audit;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** Amounts added up, each currency by itself; a currency that sums to nothing is not mentioned. */
final class Sums {

    private final Map<String, BigInteger> byCurrency = new TreeMap<>();

    Sums add(Amount amount) {
        return add(amount.currency(), amount);
    }

    /** Under a name of the caller's, which tells amounts of one currency apart. */
    Sums add(String name, Amount amount) {
        byCurrency.merge(name, amount.minor(), BigInteger::add);
        byCurrency.values().removeIf(sum -> sum.signum() == 0);
        return this;
    }

    boolean isZero() {
        return byCurrency.isEmpty();
    }

    boolean isNegative() {
        return byCurrency.values().stream().anyMatch(sum -> sum.signum() < 0);
    }

    Sums negated() {
        Sums negated = new Sums();
        byCurrency.forEach((name, sum) -> negated.byCurrency.put(name, sum.negate()));
        return negated;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums sums && byCurrency.equals(sums.byCurrency);
    }

    @Override
    public int hashCode() {
        return byCurrency.hashCode();
    }

    @Override
    public String toString() {
        return byCurrency.toString();
    }
}
