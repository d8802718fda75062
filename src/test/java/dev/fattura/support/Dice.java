package dev.fattura.support;

import java.util.List;
import java.util.Random;

/** Everything that chance decides in a run; the same seed throws the same. */
public final class Dice {

    private final Random random;

    public Dice(long seed) {
        // Neighbouring seeds of Random begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
    }

    /** The dice of a part of a seed's run, so that the part can be thrown again without what came before. */
    public static Dice of(long seed, long part) {
        return new Dice(seed * 1_000_003L + part);
    }

    /** From zero to one less. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    public boolean of(int perMille) {
        return random.nextInt(1_000) < perMille;
    }

    public <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
