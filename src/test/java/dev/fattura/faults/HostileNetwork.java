package dev.fattura.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Lets a fault happen to so many per cent of the calls: of those that can happen to it, the one that has happened least. One that only some
 * kinds of calls can have happens to the first of them in any case, so that it is not left to chance whether it is tried.
 */
final class HostileNetwork implements Mishap {

    private final int perCent;
    private final Duration timeout;
    private final Random random;
    private final Map<NetworkFault, Integer> happened = new EnumMap<>(NetworkFault.class);

    /** @param timeout of the client whose calls these are */
    HostileNetwork(int perCent, Duration timeout, long seed) {
        this.perCent = perCent;
        this.timeout = timeout;
        this.random = new Random(seed);
    }

    synchronized int of(NetworkFault fault) {
        return happened.getOrDefault(fault, 0);
    }

    @Override
    public Optional<StoreCall.Answer> of(StoreCall call) throws IOException {
        Optional<NetworkFault> fault = choose(call);
        return fault.isEmpty() ? Optional.of(call.forward()) : happen(fault.get(), call);
    }

    private synchronized Optional<NetworkFault> choose(StoreCall call) {
        boolean unlucky = random.nextInt(100) < perCent;
        Optional<NetworkFault> chosen = Arrays.stream(NetworkFault.values())
                .filter(fault -> fault.canHappenTo(call))
                .filter(fault -> unlucky || (fault.isOfSomeCalls() && of(fault) == 0))
                .min(Comparator.comparingInt(this::of));
        chosen.ifPresent(fault -> happened.merge(fault, 1, Integer::sum));
        return chosen;
    }

    private synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    private Optional<StoreCall.Answer> happen(NetworkFault fault, StoreCall call) throws IOException {
        return switch (fault) {
            case THROTTLED -> refused(400, "ThrottlingException");
            case THROUGHPUT_EXCEEDED -> refused(400, "ProvisionedThroughputExceededException");
            case ERROR_500 -> refused(500, "InternalServerError");
            case ERROR_503 -> refused(503, "ServiceUnavailable");
            case CUT_BEFORE -> Optional.empty();
            case CUT_AFTER -> {
                call.forward();
                yield Optional.empty();
            }
            case CUT_WITHIN -> Optional.of(call.forward().cut());
            case DELAYED -> {
                hold(timeout.dividedBy(10));
                yield Optional.of(call.forward());
            }
            case TIMED_OUT -> {
                StoreCall.Answer late = call.forward();
                hold(timeout.plus(timeout.dividedBy(4)));
                yield Optional.of(late);
            }
            case CONFLICT -> Optional.of(DynamoDbAnswers.conflict(call));
            case UNPROCESSED_ITEMS, UNPROCESSED_KEYS -> Optional.of(DynamoDbAnswers.partly(call, this::below));
        };
    }

    private static Optional<StoreCall.Answer> refused(int status, String type) throws IOException {
        return Optional.of(DynamoDbAnswers.refusal(status, type, "By the network"));
    }

    /** The delay is the fault itself, not a way to wait for something. */
    private static void hold(Duration delay) throws IOException {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException(closing);
        }
    }

    /** What happened, a line for each. */
    static String table(List<HostileNetwork> networks) {
        StringBuilder table = new StringBuilder();
        for (NetworkFault fault : NetworkFault.values()) {
            table.append(String.format("%-56s", fault.words()));
            networks.forEach(network -> table.append(String.format("%8d", network.of(fault))));
            table.append(String.format("%n"));
        }
        return table.toString();
    }
}
