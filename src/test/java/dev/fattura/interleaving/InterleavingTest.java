package dev.fattura.interleaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.support.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever acts at the same time, in whatever order their calls of the store come, and wherever one of them crashes: it is as if the one had
 * come after the other. {@code -Dfattura.interruptions=2} takes ten times as many courses.
 */
class InterleavingTest {

    private static final int INTERRUPTIONS = Integer.getInteger("fattura.interruptions", 1);
    private static final int CRASHES = Integer.getInteger("fattura.crashes", 1);

    /** Of the fewest calls that two can make. */
    private static final int FEWEST_COURSES = 100;

    static List<Pair> pairs() {
        return Pairs.ALL;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyCourse_endsLikeOneAfterTheOther(Pair pair) {
        long courses = play(pair, pair.world());

        System.out.printf("%,7d courses of %s%n", courses, pair);
        assertThat(courses).isGreaterThan(FEWEST_COURSES);
    }

    @Test
    void versionThatIsNotChecked_isFound() {
        Pair pair = Pairs.ALL.stream()
                .filter(each -> each.name().equals("confirm and delete"))
                .findFirst()
                .orElseThrow();
        World careless = pair.world();
        careless.ignoreVersions();

        assertThatThrownBy(() -> play(pair, careless)).isInstanceOf(AssertionError.class);
    }

    /** @return how many courses there are; all of them ended like one of the two orders */
    private static long play(Pair pair, World world) {
        Ends ends = new Ends(world, pair.join());
        Interleavings interleavings = new Interleavings(world, pair.acts(), INTERRUPTIONS, CRASHES);
        List<Ends.End> allowed = List.of(
                ends.of(interleavings.oneAfterTheOther(List.of(0, 1))),
                ends.of(interleavings.oneAfterTheOther(List.of(1, 0))));
        return interleavings.each(course -> {
            Ends.End end = ends.of(course);
            if (!allowed.contains(end)) {
                throw new AssertionError(course + " ended like neither order:" + end.unlike(allowed.get(0))
                        + end.unlike(allowed.get(1)));
            }
        });
    }
}
