package dev.fattura.audit;

import java.math.BigDecimal;

/** Quantities as text without trailing zeros. */
final class Quantities {

    private Quantities() {}

    static String plain(String quantity) {
        return plain(new BigDecimal(quantity));
    }

    static String negated(String quantity) {
        return plain(new BigDecimal(quantity).negate());
    }

    static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
