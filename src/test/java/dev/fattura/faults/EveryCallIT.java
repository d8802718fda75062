package dev.fattura.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * A small invoice again and again, its process killed once each time: after the first call of the store has landed, after the second,
 * until there is no further call. {@code verify} leaves most of them out; {@code -Dfattura.kills.every=1} does not.
 */
class EveryCallIT {

    private static final int LINES = 2;
    private static final int EVERY = Integer.getInteger("fattura.kills.every", 60);
    private static final int FIRST = Integer.getInteger("fattura.kills.first", 1);

    /** DynamoDB Local looks through the older records of all streams whenever it writes, also those of tables of other runs. */
    private static final int RUNS_OF_A_DATABASE = 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void smallInvoice_isTheSameAsWithoutFaults_whereverItsProcessIsKilled() throws IOException, InterruptedException {
        References.Reference reference = reference();
        long start = System.nanoTime();
        int kills = 0;
        int killsBefore;
        do {
            killsBefore = kills;
            kills += killsFrom(FIRST + (long) kills * EVERY, reference);
            System.out.printf("%6d s  %d kills%n", secondsSince(start), kills);
        } while (kills == killsBefore + RUNS_OF_A_DATABASE);
        assertThat(kills).isPositive();
        System.out.printf(
                "%n%d lines, killed at every %d. of its store calls (%d without faults): %d kills, %d s%n",
                LINES, EVERY, reference.allCalls(), kills, secondsSince(start));
    }

    private static References.Reference reference() throws IOException, InterruptedException {
        try (Cloud cloud = Cloud.start(Optional.empty(), TIMEOUT)) {
            return References.of(LINES, cloud);
        }
    }

    /** How many of the next calls there were, of as many as one database is asked to bear. */
    private static int killsFrom(long first, References.Reference reference) throws IOException, InterruptedException {
        int kills = 0;
        try (Cloud cloud = Cloud.start(Optional.empty(), TIMEOUT)) {
            while (kills < RUNS_OF_A_DATABASE && killedAt(first + (long) kills * EVERY, cloud, reference)) {
                kills++;
            }
        }
        return kills;
    }

    private static long secondsSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    /** Whether there was such a call. */
    private static boolean killedAt(long number, Cloud cloud, References.Reference reference)
            throws IOException, InterruptedException {
        cloud.proxy().let(Mishap.NONE);
        cloud.use("call-" + number);
        AtomicLong left = new AtomicLong(number);
        cloud.proxy().let(call -> {
            StoreCall.Answer answer = call.forward();
            if (left.decrementAndGet() == 0) {
                cloud.killWorker();
                return Optional.empty();
            }
            return Optional.of(answer);
        });
        try {
            List<String> state = new InvoiceRun(cloud, new People(cloud)).play(LINES, step -> {}, () -> false);
            reference.requireSame(state);
        } catch (AssertionError broken) {
            throw new AssertionError("Killed at call " + number + " of its store, it went wrong", broken);
        }
        return left.get() <= 0;
    }
}
