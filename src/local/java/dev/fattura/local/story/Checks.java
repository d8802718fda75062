package dev.fattura.local.story;

import java.io.PrintStream;
import java.math.BigDecimal;

/** Prints a line for everything that must hold and remembers whether it did. */
final class Checks {
    private final PrintStream out;
    private int held;
    private int broken;

    Checks(PrintStream out) {
        this.out = out;
    }

    void that(String promise, boolean holds) {
        line(promise, holds, "");
    }

    void same(String promise, String expected, String actual) {
        line(promise, expected.equals(actual), " (expected " + expected + ", found " + actual + ")");
    }

    void same(String promise, long expected, long actual) {
        same(promise, Long.toString(expected), Long.toString(actual));
    }

    /** Equal as amounts: 1000 and 1000.00 are the same money. */
    void same(String promise, BigDecimal expected, BigDecimal actual) {
        String difference = " (expected " + expected.toPlainString() + ", found " + actual.toPlainString() + ")";
        line(promise, expected.compareTo(actual) == 0, difference);
    }

    boolean allHeld() {
        return broken == 0 && held > 0;
    }

    String summary() {
        return broken == 0 ? "All " + held + " checks held." : broken + " of " + (held + broken) + " checks failed.";
    }

    private void line(String promise, boolean holds, String difference) {
        if (holds) {
            held++;
            out.println("  ✓ " + promise);
        } else {
            broken++;
            out.println("  ✗ " + promise + difference);
        }
    }
}
