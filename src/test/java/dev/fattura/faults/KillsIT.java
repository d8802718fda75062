package dev.fattura.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the local cloud at random calls of its store, which is on disk, until an invoice is done. The full size:
 * {@code -Dfattura.kills=50 -Dfattura.kills.lines=5000}; other moments: {@code -Dfattura.kills.seed=2}.
 */
class KillsIT {

    private static final int KILLS = Integer.getInteger("fattura.kills", 5);
    private static final int LINES = Integer.getInteger("fattura.kills.lines", 60);
    private static final long SEED = Long.getLong("fattura.kills.seed", 1);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void invoice_isTheSameAsWithoutFaults_whenItsProcessesAreKilled() throws IOException, InterruptedException {
        References.Reference reference = reference();
        try (Cloud cloud = Cloud.start(Optional.of(data.resolve("killed")), TIMEOUT)) {
            cloud.use("killed");
            int starts = cloud.starts();
            Kills kills = new Kills(cloud, reference, KILLS, SEED);
            People people = new People(cloud);
            cloud.proxy().let(kills);
            long calls = cloud.proxy().calls();
            long start = System.nanoTime();

            List<String> state = new InvoiceRun(cloud, people).play(LINES, kills::begins, kills::left);

            reference.requireSame(state);
            assertThat(kills.left()).as("kills that did not happen").isFalse();
            System.out.printf(
                    "%nseed %d, %d lines: %d kills %s, %d of them with the database; %d restarts, %d requests sent again, %d store"
                            + " calls, %d s%nwithout faults: %d store calls %s, %d s%n%d items compared%n",
                    SEED,
                    LINES,
                    KILLS,
                    kills.byStep(),
                    kills.withDatabase(),
                    cloud.starts() - starts,
                    people.again(),
                    cloud.proxy().calls() - calls,
                    Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                    reference.allCalls(),
                    reference.calls(),
                    reference.time().toSeconds(),
                    state.size());
        }
    }

    /** In a database of its own: DynamoDB Local looks through the older records of all streams whenever it writes. */
    private References.Reference reference() throws IOException, InterruptedException {
        try (Cloud cloud = Cloud.start(Optional.of(data.resolve("reference")), TIMEOUT)) {
            return References.of(LINES, cloud);
        }
    }
}
