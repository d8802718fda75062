package dev.fattura.simulation;

import dev.fattura.support.Actor;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays seeds, and holds what each leaves to what the same plan leaves when nothing goes wrong. */
final class Simulations {

    private final Map<Plan.Variant, List<String>> undisturbed = new HashMap<>();
    private final FaultCounts counts = new FaultCounts();
    private final Calls calls = new Calls();
    private final Deque<Actor> threads = Stage.noThreads();
    private long steps;
    private long played;

    /** Plays a seed. @throws AssertionError that says how to see it again, if a rule is broken or the outcome is another */
    void play(long seed, Defect defect) {
        played++;
        try {
            Plan.Variant variant = Plan.variantOf(seed);
            List<String> expected = undisturbed.computeIfAbsent(
                    variant, plan -> FinalState.of(Simulation.undisturbed(Plan.of(plan), threads)));
            Simulation.Outcome outcome = Simulation.run(Plan.of(variant), seed, counts, calls, defect, threads);
            steps += outcome.steps();
            requireSame(expected, FinalState.of(outcome));
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "Simulation " + seed + " failed; see it again with -Dtest=SimulationTest -Dfattura.simulation.seed="
                            + seed + "\n" + failure,
                    failure);
        }
    }

    FaultCounts counts() {
        return counts;
    }

    Calls calls() {
        return calls;
    }

    /** Seeds, steps, faults, and how many items each function wrote, as a table. */
    String summary() {
        StringBuilder table =
                new StringBuilder(String.format("%n%-44s %12d%n%-44s %12d%n", "seeds", played, "steps", steps));
        for (Fault fault : Fault.values()) {
            table.append(String.format("%-44s %12d%n", fault.words(), counts.of(fault)));
        }
        for (String function : Deployment.writers()) {
            table.append(String.format("%-44s %12d%n", "items written by " + function, calls.writesOf(function)));
        }
        return table.toString();
    }

    void end() {
        Stage.end(threads);
    }

    private static void requireSame(List<String> expected, List<String> actual) {
        if (expected.equals(actual)) {
            return;
        }
        List<String> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        List<String> more = new ArrayList<>(actual);
        expected.forEach(more::remove);
        throw new AssertionError("It left something else than a run without faults\n  missing: " + few(missing)
                + "\n  more: " + few(more));
    }

    private static String few(List<String> items) {
        return items.size() + " items, as " + items.stream().limit(2).toList();
    }
}
