package dev.fattura.print;

import dev.fattura.money.Money;
import dev.fattura.money.Price;
import java.math.BigDecimal;

/** Amounts as they are printed: with thousands apart, so that a person reads them at a glance. */
final class Figures {

    private static final int GROUP = 3;

    private Figures() {}

    /** {@code -1,250.00}. */
    static String of(Money amount) {
        return grouped(amount.decimalText());
    }

    /** {@code 1,250.00 GBP}. */
    static String withCurrency(Money amount) {
        return of(amount) + " " + amount.currency();
    }

    static String of(Price price) {
        return grouped(price.decimalText());
    }

    private static String grouped(String decimal) {
        boolean negative = new BigDecimal(decimal).signum() < 0;
        String unsigned = negative ? decimal.substring(1) : decimal;
        int point = unsigned.indexOf('.');
        int end = point < 0 ? unsigned.length() : point;
        StringBuilder text = new StringBuilder(unsigned);
        for (int at = end - GROUP; at > 0; at -= GROUP) {
            text.insert(at, ',');
        }
        return negative ? "-" + text : text.toString();
    }
}
