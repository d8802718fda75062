package dev.fattura.header;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.MapStatuses;
import dev.fattura.ledger.SyncError;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.runtime.StreamBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.runtime.Streams;
import dev.fattura.store.ContractItem;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Item;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.time.Clock;

/** The header crossing, on the stream of the office: contract headers, and proforma headers once they are sealed. */
public class SyncHeaderFunction {

    private final Table finance;
    private final CrossHeaders crossing;
    private final SyncErrors errors;
    private final Metrics metrics;

    public SyncHeaderFunction(Office office, Finance finance, TableMaps maps, Clock clock, Metrics metrics) {
        this.finance = finance.table();
        this.crossing = new CrossHeaders(office.table(), finance.table(), maps, clock);
        this.errors = new SyncErrors(finance.table(), clock, metrics);
        this.metrics = metrics;
    }

    @Funq("sync-header")
    public StreamReply syncHeader(StreamBatch batch) {
        MapStatuses statuses = MapStatusItem.read(finance);
        return Streams.eachChange(batch, (changed, change) -> cross(changed, change, statuses));
    }

    /** What cannot cross is parked, so that the others go on; what is paused stays in the queue in which the office put it. */
    private void cross(Item changed, StreamBatch.Change change, MapStatuses statuses) {
        try {
            switch (changed.kind()) {
                case ContractItem.KIND -> {
                    if (statuses.carries(Crossing.CONTRACTS)) {
                        crossing.contract(new Contract.Id(changed.text("contract")));
                    }
                }
                case InvoiceItem.KIND -> {
                    if (statuses.carries(Crossing.PROPOSALS)
                            && crossing.invoice(new Invoice.Id(changed.text("invoice")))) {
                        metrics.done(Metric.PROPOSALS_CROSSED, 1);
                        change.madeAt().ifPresent(at -> metrics.lag(Metric.CONFIRMATION_TO_PROPOSAL, at));
                    }
                }
                default -> {
                    // The filter of the mapping lets nothing else through; if it did, it would be nothing that crosses
                    // here.
                }
            }
        } catch (SyncFailure failure) {
            errors.park(SyncError.Source.OFFICE, changed.key(), failure);
        }
    }
}
