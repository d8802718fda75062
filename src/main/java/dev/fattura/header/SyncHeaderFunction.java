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
import io.quarkus.funqy.Funq;
import java.time.Clock;

/** The header crossing, on the stream of the office: contract headers, and proforma headers once they are sealed. */
public class SyncHeaderFunction {

    private final Table finance;
    private final CrossHeaders crossing;
    private final SyncErrors errors;

    public SyncHeaderFunction(Office office, Finance finance, TableMaps maps, Clock clock) {
        this.finance = finance.table();
        this.crossing = new CrossHeaders(office.table(), finance.table(), maps);
        this.errors = new SyncErrors(finance.table(), clock);
    }

    @Funq("sync-header")
    public StreamReply syncHeader(StreamBatch batch) {
        MapStatuses statuses = MapStatusItem.read(finance);
        return Streams.each(batch, changed -> cross(changed, statuses));
    }

    /** What cannot cross is parked, so that the others go on; what is paused stays in the queue in which the office put it. */
    private void cross(Item changed, MapStatuses statuses) {
        try {
            switch (changed.kind()) {
                case ContractItem.KIND -> {
                    if (statuses.carries(Crossing.CONTRACTS)) {
                        crossing.contract(new Contract.Id(changed.text("contract")));
                    }
                }
                case InvoiceItem.KIND -> {
                    if (statuses.carries(Crossing.PROPOSALS)) {
                        crossing.invoice(new Invoice.Id(changed.text("invoice")));
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
