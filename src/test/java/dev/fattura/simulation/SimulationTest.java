package dev.fattura.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The whole flow under faults: {@code -Dfattura.simulations=10000} plays more seeds, {@code -Dfattura.simulation.seed=42} one of them
 * again.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("fattura.simulations", 200);

    private static final long FIRST = Long.getLong("fattura.simulation.first", 1);

    /** A long run says how far it is. */
    private static final int TOLD_EVERY = 500;

    /** With so many seeds a fault that never happened is one that the simulation cannot make; so with functions. */
    private static final int ENOUGH = 200;

    private final Simulations simulations = new Simulations();

    @AfterEach
    void end() {
        simulations.end();
    }

    @Test
    void everySeed_leavesWhatARunWithoutFaultsLeaves() {
        Long single = Long.getLong("fattura.simulation.seed");
        if (single != null) {
            simulations.play(single, Defect.NONE);
            return;
        }
        List<String> failed = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            try {
                simulations.play(seed, Defect.NONE);
            } catch (AssertionError failure) {
                failed.add(failure.getMessage());
                System.out.println(failure.getMessage());
            }
            if ((seed - FIRST + 1) % TOLD_EVERY == 0) {
                System.out.printf("%,d of %,d seeds, %d failed%n", seed - FIRST + 1, SEEDS, failed.size());
            }
        }
        System.out.println(simulations.summary());
        assertThat(failed).isEmpty();
        assertThat(simulations.calls().actions())
                .as("what functions did to tables")
                .isSubsetOf(RightsTest.GIVEN);
        List<Fault> absent = Arrays.stream(Fault.values())
                .filter(fault -> simulations.counts().of(fault) == 0)
                .toList();
        if (SEEDS >= ENOUGH) {
            assertThat(absent).as("faults that never happened").isEmpty();
            assertThat(simulations.calls().silent(Deployment.writers()))
                    .as("functions that never wrote anything")
                    .isEmpty();
            assertThat(simulations.calls().unanswered(Deployment.commands()))
                    .as("routes on which nothing was ever changed")
                    .isEmpty();
        }
    }

    @Test
    void sameSeed_isTheSameRun() {
        simulations.play(7, Defect.NONE);
        String first = simulations.summary();
        Simulations again = new Simulations();
        again.play(7, Defect.NONE);
        again.end();
        assertThat(again.summary()).isEqualTo(first);
    }
}
