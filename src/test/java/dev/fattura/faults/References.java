package dev.fattura.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs without faults leave, and how many calls of the store each step takes. */
final class References {

    private static final Map<Integer, Reference> KNOWN = new HashMap<>();

    private References() {}

    /** One run without faults. */
    record Reference(List<String> state, Map<InvoiceRun.Step, Long> calls, Duration time) {

        long allCalls() {
            return calls.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Holds the final state of another run of as many lines to this one's, item by item. */
        void requireSame(List<String> actual) {
            List<String> missing = without(state, actual);
            List<String> more = without(actual, state);
            assertThat(missing.size() + more.size())
                    .as(
                            "items that differ from a run without faults: %d missing, as %s; %d more, as %s",
                            missing.size(),
                            missing.stream().limit(3).toList(),
                            more.size(),
                            more.stream().limit(3).toList())
                    .isZero();
        }
    }

    /** The run of so many lines on that cloud, made when it is asked for first. */
    static Reference of(int lines, Cloud cloud) throws IOException, InterruptedException {
        Reference known = KNOWN.get(lines);
        if (known != null) {
            return known;
        }
        cloud.proxy().let(Mishap.NONE);
        cloud.use("reference-" + lines);
        Map<InvoiceRun.Step, Long> begun = new EnumMap<>(InvoiceRun.Step.class);
        long start = System.nanoTime();
        List<String> state = new InvoiceRun(cloud, new People(cloud))
                .play(lines, step -> begun.put(step, cloud.proxy().calls()), () -> false);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Map<InvoiceRun.Step, Long> calls = new EnumMap<>(InvoiceRun.Step.class);
        List<InvoiceRun.Step> steps = List.of(InvoiceRun.Step.values());
        for (int index = 0; index < steps.size(); index++) {
            long end = index + 1 < steps.size()
                    ? begun.get(steps.get(index + 1))
                    : cloud.proxy().calls();
            calls.put(steps.get(index), end - begun.get(steps.get(index)));
        }
        Reference reference = new Reference(state, calls, time);
        KNOWN.put(lines, reference);
        return reference;
    }

    private static List<String> without(List<String> items, List<String> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(item -> left.merge(item, 1, Integer::sum));
        List<String> rest = new ArrayList<>();
        for (String item : items) {
            if (left.merge(item, -1, Integer::sum) < 0) {
                rest.add(item);
            }
        }
        return rest;
    }
}
