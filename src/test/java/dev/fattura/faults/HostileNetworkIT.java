package dev.fattura.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An invoice over a network that loses, delays and refuses 1, 5 and 20 % of the calls of the store; {@code -Dfattura.network.lines=2000} is the full size. */
class HostileNetworkIT {

    private static final int LINES = Integer.getInteger("fattura.network.lines", 60);
    private static final long SEED = Long.getLong("fattura.network.seed", 1);
    private static final List<Integer> RATES = List.of(1, 5, 20);
    private static final Duration TIMEOUT = Duration.ofMillis(800);

    @Test
    void invoice_isTheSameAsWithoutFaults_overAHostileNetwork() throws IOException, InterruptedException {
        List<HostileNetwork> networks = new ArrayList<>();
        try (Cloud cloud = Cloud.start(Optional.empty(), TIMEOUT)) {
            References.Reference reference = References.of(LINES, cloud);
            System.out.printf(
                    "%n%d lines, seed %d; without faults: %d store calls, %d s%n",
                    LINES, SEED, reference.allCalls(), reference.time().toSeconds());
            for (int rate : RATES) {
                HostileNetwork network = new HostileNetwork(rate, TIMEOUT, SEED + rate);
                networks.add(network);
                play(rate, network, cloud, reference);
            }
        }
        System.out.println(HostileNetwork.table(networks));
        List<NetworkFault> absent = Arrays.stream(NetworkFault.values())
                .filter(fault -> networks.stream().allMatch(network -> network.of(fault) == 0))
                .toList();
        assertThat(absent).as("faults that never happened").isEmpty();
    }

    private static void play(int rate, HostileNetwork network, Cloud cloud, References.Reference reference)
            throws IOException, InterruptedException {
        cloud.proxy().let(Mishap.NONE);
        cloud.use("network-" + rate);
        cloud.proxy().let(network);
        People people = new People(cloud);
        long calls = cloud.proxy().calls();
        long start = System.nanoTime();
        List<String> state = new InvoiceRun(cloud, people).play(LINES, step -> {}, () -> false);
        reference.requireSame(state);
        System.out.printf(
                "%d %%: %d store calls, %d requests sent again, %d s%n",
                rate,
                cloud.proxy().calls() - calls,
                people.again(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }
}
