package dev.fattura.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one file that rounds.
 *
 * <p>Halves go away from zero, as an accountant rounds by hand and as finance and operations rounds currency amounts; so
 * a reversal rounds to exactly the opposite of what it reverses, which half-even or half-up on the number line would not
 * give for every sign.
 */
public final class Rounding {

    private static final RoundingMode HALF_AWAY_FROM_ZERO = RoundingMode.HALF_UP;

    private Rounding() {}

    /** Quantity times price, in minor units of the price's currency. */
    public static Money amount(Quantity quantity, Price price) {
        return round(quantity.value().multiply(price.value()), price.currency());
    }

    /** The amount in another currency at that rate. */
    public static Money convert(Money amount, Rate rate, CurrencyCode to) {
        return round(amount.decimal().multiply(rate.value()), to);
    }

    /** The sales tax of a net amount, in its own currency. */
    public static Money tax(Money net, Percent percent) {
        return round(exactTax(net, percent), net.currency());
    }

    /** The sales tax of many net amounts, rounded once. */
    public static Money tax(UnroundedTax sum) {
        return round(sum.value(), sum.currency());
    }

    static BigDecimal exactTax(Money net, Percent percent) {
        return net.decimal().multiply(percent.value()).movePointLeft(2);
    }

    /**
     * A share of an amount, cut off below the minor unit: shares of up to 100 per cent together never come to more than the whole,
     * and none has the opposite sign.
     */
    public static Money share(Money whole, Percent percent) {
        BigDecimal exact = whole.decimal().multiply(percent.value()).movePointLeft(2);
        return Money.of(exact.setScale(whole.currency().decimals(), RoundingMode.DOWN), whole.currency());
    }

    /** A share of a quantity, cut off below its second decimal. */
    public static Quantity share(Quantity whole, Percent percent) {
        BigDecimal exact = whole.value().multiply(percent.value()).movePointLeft(2);
        return new Quantity(exact.setScale(Quantity.DECIMALS, RoundingMode.DOWN));
    }

    /** The same value at that scale, which it must already fit: the opposite of rounding. */
    static BigDecimal exact(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private static Money round(BigDecimal amount, CurrencyCode currency) {
        return Money.of(amount.setScale(currency.decimals(), HALF_AWAY_FROM_ZERO), currency);
    }
}
