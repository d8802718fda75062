package dev.fattura.actuals;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.SyncError;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.runtime.StreamBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.runtime.Streams;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Finance;
import dev.fattura.store.Item;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.Packing;
import dev.fattura.store.Table;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * The actuals crossing, on the stream of the office: every actual that its table map lets through becomes a row of the actuals
 * staging table. One that cannot cross is parked, and the others go on.
 */
public class SyncActualsFunction {

    private final Table finance;
    private final StageActuals stage;
    private final SyncErrors errors;
    private final Metrics metrics;

    public SyncActualsFunction(Finance finance, TableMaps maps, Clock clock, Metrics metrics) {
        this.finance = finance.table();
        this.stage = new StageActuals(finance.table(), maps);
        this.errors = new SyncErrors(finance.table(), clock, metrics);
        this.metrics = metrics;
    }

    /** While its map is paused it carries nothing: approvals and invoices wait in the queues in which the office put them. */
    @Funq("sync-actuals")
    public StreamReply syncActuals(StreamBatch batch) {
        return MapStatusItem.read(finance).carries(Crossing.ACTUALS)
                ? Streams.together(batch, this::crossing, this::stage)
                : new StreamReply(List.of());
    }

    private List<Actual> crossing(Item image) {
        return Packing.apart(image)
                .filter(item -> item.kind().equals(ActualItem.KIND))
                .flatMap(this::read)
                .toList();
    }

    private Stream<Actual> read(Item item) {
        try {
            return Stream.of(CarryActuals.read(item));
        } catch (SyncFailure failure) {
            errors.park(SyncError.Source.OFFICE, item.key(), failure);
            return Stream.empty();
        }
    }

    private void stage(List<Actual> actuals) {
        StageActuals.Staged staged = stage.stage(actuals);
        metrics.done(Metric.LINES_CROSSED, staged.added());
        staged.failures()
                .forEach((actual, failure) -> errors.park(SyncError.Source.OFFICE, ActualItem.key(actual), failure));
    }
}
