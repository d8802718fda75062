package dev.fattura.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation bites: every planted defect is found by one of the first seeds. */
class DefectsTest {

    private static final long MOST_SEEDS = 300;

    private final Simulations simulations = new Simulations();

    @AfterEach
    void end() {
        simulations.end();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void defect_isFound(Defect defect) {
        long seed = 1;
        while (seed <= MOST_SEEDS && !isFound(defect, seed)) {
            seed++;
        }
        assertThat(seed).as("seeds until %s was found", defect).isLessThanOrEqualTo(MOST_SEEDS);
        System.out.printf("%-32s found by seed %d%n", defect, seed);
    }

    private boolean isFound(Defect defect, long seed) {
        try {
            simulations.play(seed, defect);
            return false;
        } catch (AssertionError found) {
            return true;
        }
    }
}
