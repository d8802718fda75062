package dev.fattura.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Values as they come: round ones, and those that do not divide. */
final class Dice {

    static final List<String> CLASSES = List.of("time", "expense", "material", "fee");
    static final List<String> BILLING_TYPES =
            List.of("chargeable", "chargeable", "chargeable", "nonChargeable", "complimentary");
    private static final List<String> QUANTITIES =
            List.of("0.01", "0.25", "0.33", "1", "1.5", "2", "3", "4", "7.77", "8", "13.33", "100");
    private static final List<String> PRICES = List.of(
            "0", "0.0001", "0.005", "0.01", "0.05", "19.99", "33.3333", "99.9999", "120", "200", "250", "1234.5678");
    private static final LocalDate FIRST = LocalDate.parse("2025-12-01");
    static final String LAST = "2026-01-31";

    private Dice() {}

    static String quantity(Play play) {
        return play.any(QUANTITIES);
    }

    static String price(Play play) {
        return play.any(PRICES);
    }

    /** Above zero, with exactly as many decimals as the currency has. */
    static String amount(Play play, String currency) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        return BigDecimal.valueOf(1 + play.random.nextInt(1_000_000), decimals).toPlainString();
    }

    /** In December 2025 or January 2026. */
    static String date(Play play) {
        return FIRST.plusDays(play.random.nextInt(62)).toString();
    }

    static String january(Play play) {
        return LocalDate.parse("2026-01-01").plusDays(play.random.nextInt(31)).toString();
    }
}
