package dev.fattura.coldstart;

import java.util.List;
import java.util.Locale;

/** Of times in nanoseconds, in milliseconds. */
record Percentiles(List<Long> nanos) {

    Percentiles {
        nanos = nanos.stream().sorted().toList();
    }

    double of(int percent) {
        return nanos.get(Math.min(nanos.size() - 1, nanos.size() * percent / 100)) / 1e6;
    }

    /** With one decimal. */
    String text(int percent) {
        return one(of(percent));
    }

    static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
