package dev.fattura.hostile;

import dev.fattura.support.Dice;
import java.util.List;

/** Hostile values, as they stand in JSON text; some of them are none. */
final class Fragments {

    static final List<String> OF_ANOTHER_TYPE =
            List.of("0", "true", "[]", "{}", "\"x\"", "[[]]", "1.5", "{\"a\":1}", "[{}]", "\"\"", "\" \"", "-1");
    static final List<String> HUGE_NUMBERS = List.of(
            "1e999999999",
            "-1e999999999",
            "9".repeat(39),
            "9".repeat(5000),
            "9223372036854775808",
            "2147483648",
            "-2147483649",
            "1e400",
            "\"1e9\"",
            "\"9999999999999.99\"",
            "\"9999999999999\"",
            "\"1000000000000\"",
            "\"999999999999\"",
            "\"99999999999.99\"",
            "\"92233720368547758.07\"",
            "\"" + "9".repeat(200) + "\"");
    static final List<String> MANY_DECIMALS = List.of(
            "\"0.000000000000000000001\"",
            "\"1.000000000000\"",
            "\"0.0000000001\"",
            "\"0.12345678901\"",
            "\"3.333\"",
            "\"0.00001\"",
            "\"0.01\"",
            "\"99.9999\"",
            "1.0000000000000000000000000001",
            "\"1.0000000000000\"",
            "0." + "3".repeat(2000));
    /** Numbers that something may be, as text. */
    static final List<String> EDGES = List.of(
            "0",
            "0.01",
            "0.0001",
            "0.0000000001",
            "1",
            "33.33",
            "99.99",
            "100",
            "12345678.9",
            "999999999.99",
            "1000000000");

    static final List<String> STRANGE_NUMBERS = List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "\"NaN\"",
            "\"Infinity\"",
            "-0",
            "\"-0.00\"",
            "\"+1\"",
            "\"0x10\"",
            "\"1,000.00\"",
            "\"\u0661\u0662\"",
            "\"\uff11\"",
            "\"1_000\"",
            "01",
            ".5",
            "1.",
            "\"1.\"",
            "\" 1\"",
            "\"1 \"",
            "\"--1\"",
            "\"1e5\"",
            "\"0001\"");
    static final List<String> NEGATIVE = List.of(
            "\"-1\"", "\"-0.01\"", "-1", "\"-9999999999999\"", "0", "\"0\"", "\"0.00\"", "\"-100\"", "-2147483648");
    static final List<String> DATES = List.of(
            "\"2026-02-30\"",
            "\"0000-01-01\"",
            "\"1899-12-31\"",
            "\"1900-01-01\"",
            "\"9999-12-31\"",
            "\"+999999999-12-31\"",
            "\"-0001-01-01\"",
            "\"2026-01-31T00:00:00Z\"",
            "\"2026-1-1\"",
            "\"2025-12-31\"",
            "\"2024-02-29\"",
            "\"2026-13-01\"");
    static final List<String> CONTROLS = List.of(
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"a\\r\\nlocation: b\"",
            "\"\\u001b[2J\"",
            "\"\\u007f\"",
            "\"\\u0085\"",
            "\"a\u0001b\"",
            "\"\u0000\"",
            "\"\\u2028\"",
            "\"\u202eabc\"",
            "\"\ufeff\"",
            "\"\\u200b\"",
            "\"a\\tb\"");
    static final List<String> SURROGATES = List.of(
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"a\\ud83d\"",
            "\"\ud83d\"",
            "\"x\udc00\"",
            "\"\\ud83d\\ud83d\"",
            "\"\\ud83d\\ude00\"",
            "\"" + "\\ud83d\\ude00".repeat(100) + "\"",
            "\"" + "x".repeat(59) + "\\ud83d\\ude00\"");
    static final List<String> NAMES = List.of(
            "x".repeat(5000),
            "x".repeat(100_000),
            "",
            " ",
            "a/b~c",
            "\\u0000",
            "\\ud800",
            "__proto__",
            "\u00e9".repeat(70),
            "@class",
            "$ref");

    private Fragments() {}

    /** A text of a length at which something may break: an id, a text, a key, an item. */
    static String longText(Dice dice) {
        int length = dice.any(List.of(21, 60, 61, 200, 201, 1025, 2049, 70_000));
        return '"' + dice.any(List.of("x", "9", "\u20ac", "-")).repeat(length) + '"';
    }

    static String deep(Dice dice) {
        int depth = dice.any(List.of(15, 17, 900, 1001, 10_000));
        return dice.oneIn(2)
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }
}
