package dev.fattura.sweep;

import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.MapStatuses;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.SyncErrorItem;
import dev.fattura.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tries again what could not cross: the record is read again, so a mended one crosses as it is now. What crosses is resolved, what
 * does not counts one attempt more. Of a map that is paused nothing is tried.
 */
final class RetrySyncErrors {

    private static final Duration WORKING_TIME = Duration.ofSeconds(12);
    private static final int MOST_IN_A_SWEEP = 1_000;
    private static final int PAGE = 100;

    private static final Logger LOG = Logger.getLogger(RetrySyncErrors.class);

    private final Table finance;
    private final Crossings crossings;
    private final CatchUp catchUp;
    private final SyncErrors errors;
    private final Clock clock;

    RetrySyncErrors(Table finance, Crossings crossings, CatchUp catchUp, SyncErrors errors, Clock clock) {
        this.finance = finance;
        this.crossings = crossings;
        this.catchUp = catchUp;
        this.errors = errors;
        this.clock = clock;
    }

    /** How many were tried, resolved, and left alone since their map is paused; and whether any are left untried. */
    record Outcome(long tried, long resolved, long paused, boolean more) {}

    /** Tries one again. Returns it as it is then. */
    SyncError retry(SyncError error) {
        return retry(error, new EnumMap<>(Crossing.class));
    }

    /** @param caughtUp whether the queues of a crossing were walked in this course already, and everything there was carried */
    private SyncError retry(SyncError error, Map<Crossing, Boolean> caughtUp) {
        if (!error.open()) {
            return error;
        }
        try {
            again(error, caughtUp);
            return errors.resolve(error.id());
        } catch (SyncFailure failure) {
            return errors.park(error.reference(), new SyncFailure(error.crossing(), failure.code(), failure.cause()));
        }
    }

    /**
     * Tries all open ones again, for as long as a caller can wait.
     *
     * @param crossing of that table map alone, or null for all
     */
    Outcome retryAll(@Nullable Crossing crossing) {
        Instant end = clock.instant().plus(WORKING_TIME);
        long tried = 0;
        long resolved = 0;
        long paused = 0;
        Map<Crossing, Boolean> caughtUp = new EnumMap<>(Crossing.class);
        String after = null;
        do {
            SyncErrorItem.Errors page = SyncErrorItem.page(finance, true, crossing, after, PAGE);
            MapStatuses statuses = MapStatusItem.read(finance);
            for (SyncError error : page.errors()) {
                if (!clock.instant().isBefore(end)) {
                    return new Outcome(tried, resolved, paused, true);
                }
                if (!statuses.carries(error.crossing())) {
                    paused++;
                    continue;
                }
                tried++;
                resolved += guarded(error, caughtUp) ? 1 : 0;
            }
            after = page.next();
        } while (after != null);
        return new Outcome(tried, resolved, paused, false);
    }

    /** What the sweep tries: records. Documents stay in their queues, which it has just walked. */
    void sweep(SweepReport report) {
        long resolved = 0;
        int seen = 0;
        Map<Crossing, Boolean> caughtUp = new EnumMap<>(Crossing.class);
        String after = null;
        do {
            SyncErrorItem.Errors page = SyncErrorItem.page(finance, true, null, after, PAGE);
            MapStatuses statuses = MapStatusItem.read(finance);
            for (SyncError error : page.errors()) {
                if (statuses.carries(error.crossing()) && !inItsQueue(error)) {
                    resolved += guarded(error, caughtUp) ? 1 : 0;
                }
            }
            seen += page.errors().size();
            after = page.next();
        } while (after != null && seen < MOST_IN_A_SWEEP);
        report.add(SweepReport.Kind.SYNC_ERRORS_RESOLVED, resolved);
        report.leaveOpen(seen - resolved);
    }

    /** One that fails for a passing reason, or for one that nobody foresaw, does not hold up the others. */
    private boolean guarded(SyncError error, Map<Crossing, Boolean> caughtUp) {
        try {
            return !retry(error, caughtUp).open();
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Sync error %s could not be tried again", error.id());
            return false;
        }
    }

    private static boolean inItsQueue(SyncError error) {
        return error.crossing() != Crossing.CUSTOMER_INVOICES
                && error.reference().document();
    }

    private void again(SyncError error, Map<Crossing, Boolean> caughtUp) {
        if (error.reference().source() != SyncError.Source.STREAM) {
            crossings.again(error, MapStatusItem.read(finance));
        } else if (!caughtUp.computeIfAbsent(error.crossing(), this::caughtUp)) {
            throw new SyncFailure(
                    error.crossing(),
                    SyncErrorCode.BATCH_GIVEN_UP,
                    "Not everything that waits could be carried; the sweep goes on with it.");
        }
    }

    /** Nobody kept what was in a batch that was given up; what of it has not crossed is in the queues. */
    private boolean caughtUp(Crossing crossing) {
        SweepReport report = new SweepReport();
        // The stream of headers brings contracts as well.
        boolean contracts = crossing != Crossing.PROPOSALS || catchUp.run(Crossing.CONTRACTS, report);
        return contracts && catchUp.run(crossing, report) && report.failures().isEmpty();
    }
}
