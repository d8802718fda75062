package dev.fattura.simulation;

import java.util.EnumMap;
import java.util.Map;

/** How often each fault happened. */
final class FaultCounts {

    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);

    void add(Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    void addAll(FaultCounts others) {
        others.counts.forEach((fault, count) -> counts.merge(fault, count, Long::sum));
    }

    long of(Fault fault) {
        return counts.getOrDefault(fault, 0L);
    }
}
