package dev.fattura.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Kills at random calls of the store: before the call lands or after it, the worker alone or the database with it, spread over the
 * steps as their calls are.
 */
final class Kills implements Mishap {

    private static final int WITH_DATABASE = 4;

    private final Cloud cloud;
    private final References.Reference reference;
    private final int wanted;
    private final Random random;
    private final Map<InvoiceRun.Step, Integer> byStep = new EnumMap<>(InvoiceRun.Step.class);
    private final long start = System.nanoTime();
    private InvoiceRun.Step step = InvoiceRun.Step.APPROVE;
    private long callsOfStepsBegun;
    private int due;
    private long untilNext;
    private int done;
    private int withDatabase;

    Kills(Cloud cloud, References.Reference reference, int wanted, long seed) {
        this.cloud = cloud;
        this.reference = reference;
        this.wanted = wanted;
        this.random = new Random(seed);
    }

    /** That step has begun: its share of the kills is due now, and what was left of the earlier ones. */
    synchronized void begins(InvoiceRun.Step next) {
        step = next;
        callsOfStepsBegun += reference.calls().get(next);
        due = (int) Math.round((double) wanted * callsOfStepsBegun / reference.allCalls()) - done;
        chooseNext();
        tell("begins");
    }

    /** At its full size it takes long, and whoever waits sees how far it is. */
    private void tell(String what) {
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        System.out.printf("%6d s  %-8s %s%n", seconds, step.name().toLowerCase(Locale.ROOT), what);
    }

    synchronized boolean left() {
        return done < wanted;
    }

    synchronized Map<InvoiceRun.Step, Integer> byStep() {
        return new EnumMap<>(byStep);
    }

    synchronized int withDatabase() {
        return withDatabase;
    }

    @Override
    public Optional<StoreCall.Answer> of(StoreCall call) throws IOException {
        return strikes() ? kill(call) : Optional.of(call.forward());
    }

    private synchronized boolean strikes() {
        if (due <= 0 || --untilNext > 0) {
            return false;
        }
        due--;
        done++;
        byStep.merge(step, 1, Integer::sum);
        chooseNext();
        tell("kill " + done + " of " + wanted);
        return true;
    }

    private Optional<StoreCall.Answer> kill(StoreCall call) throws IOException {
        boolean lands;
        boolean both;
        synchronized (this) {
            lands = random.nextBoolean();
            both = random.nextInt(WITH_DATABASE) == 0;
            withDatabase += both ? 1 : 0;
        }
        try {
            if (lands) {
                call.forward();
            }
        } finally {
            if (both) {
                cloud.killBoth();
            } else {
                cloud.killWorker();
            }
        }
        return Optional.empty();
    }

    private void chooseNext() {
        long calls = reference.calls().get(step);
        untilNext = 1 + (long) (random.nextDouble() * 1.2 * calls / Math.max(1, due));
    }
}
