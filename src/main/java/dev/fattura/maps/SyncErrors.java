package dev.fattura.maps;

import dev.fattura.ledger.SyncError;
import dev.fattura.store.Attempts;
import dev.fattura.store.Key;
import dev.fattura.store.SyncErrorItem;
import dev.fattura.store.Table;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Parks what could not cross, visibly, and writes down when it has crossed after all. */
public final class SyncErrors {

    private static final Logger LOG = Logger.getLogger(SyncErrors.class);

    private final Table finance;
    private final Clock clock;
    private final Metrics metrics;

    public SyncErrors(Table finance, Clock clock, Metrics metrics) {
        this.finance = finance;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Parks a record of that table: a new sync error, or one attempt more of the one that it has. */
    public SyncError park(SyncError.Source source, Key record, SyncFailure failure) {
        return park(new SyncError.Reference(source, record.partition(), record.sort()), failure);
    }

    /** As {@link #park(SyncError.Source, Key, SyncFailure)}. */
    public SyncError park(SyncError.Reference reference, SyncFailure failure) {
        Instant now = clock.instant();
        LOG.warnf("%s %s cannot cross: %s", reference.partition(), reference.sort(), failure.cause());
        metrics.done(Metric.SYNC_ERRORS_PARKED, 1);
        return Attempts.untilDone(() -> {
            SyncError error = SyncErrorItem.find(finance, SyncError.Id.of(failure.crossing(), reference))
                    .map(known -> known.again(failure.code(), failure.cause(), now))
                    .orElseGet(
                            () -> SyncError.first(failure.crossing(), reference, failure.code(), failure.cause(), now));
            return committed(error);
        });
    }

    /** It has crossed: an open error is resolved, and kept. */
    public SyncError resolve(SyncError.Id id) {
        Instant now = clock.instant();
        return Attempts.untilDone(() -> {
            SyncError known = SyncErrorItem.find(finance, id).orElseThrow();
            return known.open() ? committed(known.resolvedAt(now)) : Optional.of(known);
        });
    }

    /** As {@link #resolve}, where there may be no such error, or none that is open. */
    public void resolveIfOpen(SyncError.Id id) {
        if (SyncErrorItem.find(finance, id).filter(SyncError::open).isPresent()) {
            resolve(id);
        }
    }

    private Optional<SyncError> committed(SyncError error) {
        return finance.commit(SyncErrorItem.replace(error)).done() ? Optional.of(error) : Optional.empty();
    }
}
