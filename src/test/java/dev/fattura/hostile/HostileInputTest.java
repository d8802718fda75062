package dev.fattura.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.local.template.Template;
import dev.fattura.support.Gateway;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Hostile input: {@code -Dfattura.hostile.requests=1000000} sends more, {@code -Dfattura.hostile.seed=42} others, and
 * {@code -Dfattura.hostile.only=17} one of them again.
 */
class HostileInputTest {

    private static final long REQUESTS = Long.getLong("fattura.hostile.requests", 5_000);
    private static final long SEED = Long.getLong("fattura.hostile.seed", 1);

    /** With so many a kind that was never sent is one that cannot be made. */
    private static final long ENOUGH = 5_000;

    @Test
    void everyEvent_isAnsweredAsPromised() {
        Barrage barrage = Barrage.of(SEED);
        Long only = Long.getLong("fattura.hostile.only");
        if (only != null) {
            barrage.sendAgain(only);
            return;
        }
        barrage.send(REQUESTS);
        System.out.printf(
                "%sslowest answer %d ms%n", barrage.tally(), barrage.tally().slowestMillis());
        if (REQUESTS >= ENOUGH) {
            assertNothingIsAbsent(barrage.tally());
        }
    }

    @Test
    void sameSeed_isTheSameRun() {
        Barrage first = Barrage.of(7);
        first.send(600);
        Barrage again = Barrage.of(7);
        again.send(600);
        assertThat(again.tally()).hasToString(first.tally().toString());
    }

    private static void assertNothingIsAbsent(Tally tally) {
        assertThat(Mutation.ALL)
                .allSatisfy(mutation ->
                        assertThat(tally.sent(mutation)).as(mutation.words()).isPositive());
        assertThat(tally.done()).as("done").isGreaterThan(REQUESTS / 10);
        assertThat(tally.refused()).as("refused").isGreaterThan(REQUESTS / 10);
        Set<String> origins = new TreeSet<>();
        Template template = Gateway.template();
        template.routes().forEach(route -> origins.add(route.method() + " " + route.path()));
        template.schedules().forEach(schedule -> origins.add("schedule of " + schedule.function()));
        template.streamMappings().forEach(mapping -> origins.add("stream of " + mapping.function()));
        template.queueFunctions().forEach(function -> origins.add("queue of " + function));
        assertThat(tally.origins().keySet()).containsExactlyInAnyOrderElementsOf(origins);
    }
}
