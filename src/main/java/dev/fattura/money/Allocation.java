package dev.fattura.money;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * Splits a whole into parts by percentages, so that the parts always sum to the whole (domain.md 1.4): each part is cut off below
 * the smallest unit, and what that leaves over goes to one of them.
 *
 * @param shares in per cent; together 100
 * @param rounding the index of the part that gets what is left over
 */
public record Allocation(List<Percent> shares, int rounding) {

    /** All of it to one. */
    public static final Allocation WHOLE = new Allocation(List.of(Percent.HUNDRED), 0);

    /** @throws IllegalArgumentException if the shares do not sum to 100, or there is no share of that index */
    public Allocation {
        shares = List.copyOf(shares);
        Percent sum = shares.stream().reduce(Percent.of("0"), Percent::plus);
        if (!sum.equals(Percent.HUNDRED) || rounding < 0 || rounding >= shares.size()) {
            throw new IllegalArgumentException("Not an allocation: " + shares + ", rounding " + rounding);
        }
    }

    /** The parts in the order of the shares; none has the opposite sign of the whole. */
    public List<Money> of(Money whole) {
        return split(whole, Rounding::share, Money::minus);
    }

    /** The parts in the order of the shares, with two decimals; none has the opposite sign of the whole. */
    public List<Quantity> of(Quantity whole) {
        return split(whole, Rounding::share, Quantity::minus);
    }

    private <T> List<T> split(T whole, BiFunction<T, Percent, T> share, BinaryOperator<T> minus) {
        List<T> parts = new ArrayList<>();
        T left = whole;
        for (int index = 0; index < shares.size(); index++) {
            T part = share.apply(whole, shares.get(index));
            parts.add(part);
            if (index != rounding) {
                left = minus.apply(left, part);
            }
        }
        parts.set(rounding, left);
        return parts;
    }
}
