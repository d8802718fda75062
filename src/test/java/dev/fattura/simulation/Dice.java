package dev.fattura.simulation;

import java.util.List;
import java.util.Random;

/** Everything that chance decides in a simulation; the same seed throws the same. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        // Neighbouring seeds of Random begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    boolean of(int perMille) {
        return random.nextInt(1_000) < perMille;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
