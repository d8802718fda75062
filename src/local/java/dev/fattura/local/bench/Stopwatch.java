package dev.fattura.local.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** The time of each step, in the order in which the steps were first taken; the same step again adds to it. */
final class Stopwatch {
    private final Map<String, Long> nanos = new LinkedHashMap<>();

    /** What a step does. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    void measure(String step, Work work) throws InterruptedException {
        Meter.step(step);
        long start = System.nanoTime();
        work.run();
        nanos.merge(step, System.nanoTime() - start, Long::sum);
    }

    Map<String, Long> nanos() {
        return nanos;
    }

    static String seconds(long nanos) {
        return String.format("%.1f", nanos / 1e9);
    }
}
