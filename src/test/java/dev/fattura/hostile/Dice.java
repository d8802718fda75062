package dev.fattura.hostile;

import java.util.List;
import java.util.Random;

/** Everything that chance decides about hostile input; the same seed throws the same. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        // Neighbouring seeds of Random begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
    }

    /** The dice of a part of a seed's run, so that the part can be thrown again without what came before. */
    static Dice of(long seed, long part) {
        return new Dice(seed * 1_000_003L + part);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
