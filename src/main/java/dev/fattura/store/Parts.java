package dev.fattura.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Values that are written part by part, each part in one commit. How large the sheets are that a part touches shows only as it is written. */
public final class Parts {

    private Parts() {}

    /**
     * Writes all values in their order, in parts that have no more stored items than fit ({@link Packing#parts}).
     *
     * @param write commits a part; false where nothing more is to be written
     * @return whether all were written
     * @throws CommitTooLarge if a single value does not fit into a commit
     */
    public static <T> boolean each(
            List<T> values, int most, Function<T, Stream<Key>> touched, Predicate<List<T>> write) {
        return Packing.parts(values, most, touched).stream().allMatch(part -> orHalves(part, write));
    }

    /** Writes a part; where it is too large for one commit, one half of it after the other. Otherwise as {@link #each}. */
    public static <T> boolean orHalves(List<T> part, Predicate<List<T>> write) {
        try {
            return write.test(part);
        } catch (CommitTooLarge tooLarge) {
            if (part.size() == 1) {
                throw tooLarge;
            }
        }
        int half = part.size() / 2;
        return orHalves(part.subList(0, half), write) && orHalves(part.subList(half, part.size()), write);
    }
}
