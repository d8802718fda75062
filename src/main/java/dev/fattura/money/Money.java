package dev.fattura.money;

import java.math.BigDecimal;

/**
 * An amount in minor units of one currency (1000.00 GBP is 100000).
 *
 * <p>Arithmetic is exact: an overflow or a second currency throws, and nothing here rounds ({@link Rounding} does).
 */
public record Money(long minor, CurrencyCode currency) {

    /** The largest amount a document may carry, in major units; {@code msdyn_amount} ends at 1e9 (domain.md 1.11). */
    public static final long LIMIT_MAJOR = 1_000_000_000L;

    public static Money zero(CurrencyCode currency) {
        return new Money(0, currency);
    }

    /**
     * The amount of a decimal that has at most the currency's decimals.
     *
     * @throws ArithmeticException if it has more decimals than the currency, or does not fit
     */
    public static Money of(BigDecimal amount, CurrencyCode currency) {
        return new Money(amount.movePointRight(currency.decimals()).longValueExact(), currency);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean exceeds(Money other) {
        requireSameCurrency(other);
        return minor > other.minor;
    }

    /** The amount in major units with exactly the currency's decimals, as text: {@code -1250.00}. */
    public String decimalText() {
        return decimal().toPlainString();
    }

    BigDecimal decimal() {
        return BigDecimal.valueOf(minor, currency.decimals());
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Mixed currencies: " + currency + " and " + other.currency);
        }
    }

    @Override
    public String toString() {
        return decimalText() + " " + currency;
    }
}
