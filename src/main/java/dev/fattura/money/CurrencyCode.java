package dev.fattura.money;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * An ISO 4217 currency, and the number of decimals of its minor unit.
 *
 * <p>The scale of every stored amount comes from here and never from a stored number, since DynamoDB numbers do not keep
 * trailing zeros (style.md, trap 6).
 */
public record CurrencyCode(String code) {

    public CurrencyCode {
        if (find(code).isEmpty()) {
            throw new IllegalArgumentException("Not an ISO 4217 currency with a minor unit: " + code);
        }
    }

    private CurrencyCode(Currency known) {
        this(known.getCurrencyCode());
    }

    /** The currency of that upper-case code, or empty when there is none or it has no minor unit (XAU, XXX). */
    public static Optional<CurrencyCode> parse(String code) {
        return find(code).map(CurrencyCode::new);
    }

    /** Decimals of the minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
    public int decimals() {
        return Currency.getInstance(code).getDefaultFractionDigits();
    }

    private static Optional<Currency> find(String code) {
        if (code.length() != 3 || !code.equals(code.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try {
            Currency currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0 ? Optional.empty() : Optional.of(currency);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
