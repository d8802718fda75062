package dev.fattura.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/** Minor units of a currency, of any size. */
record Amount(BigInteger minor, String currency) {

    /** Reads {@code 100000 GBP}. */
    static Amount parse(String text) {
        int space = text.indexOf(' ');
        return new Amount(new BigInteger(text.substring(0, space)), text.substring(space + 1));
    }

    static Amount zero(String currency) {
        return new Amount(BigInteger.ZERO, currency);
    }

    /** Quantity times a price like {@code 250.0000 GBP}; halves go away from zero. */
    static Amount of(String quantity, String price) {
        int space = price.indexOf(' ');
        BigDecimal exact = new BigDecimal(quantity).multiply(new BigDecimal(price.substring(0, space)));
        return rounded(exact, price.substring(space + 1));
    }

    Amount at(String rate, String otherCurrency) {
        return rounded(new BigDecimal(minor, digits(currency)).multiply(new BigDecimal(rate)), otherCurrency);
    }

    Amount plus(Amount more) {
        if (!currency.equals(more.currency)) {
            throw new IllegalStateException(this + " and " + more + " are not of one currency");
        }
        return new Amount(minor.add(more.minor), currency);
    }

    Amount negated() {
        return new Amount(minor.negate(), currency);
    }

    int sign() {
        return minor.signum();
    }

    private static Amount rounded(BigDecimal exact, String currency) {
        int digits = digits(currency);
        return new Amount(exact.setScale(digits, RoundingMode.HALF_UP).unscaledValue(), currency);
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    @Override
    public String toString() {
        return minor + " " + currency;
    }
}
