package dev.fattura.writeback;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.MapStatuses;
import dev.fattura.ledger.SyncError;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.runtime.StreamBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.runtime.Streams;
import dev.fattura.store.Finance;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.Office;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.time.Clock;

/** The write-back, on the stream of finance: once a journal or a proposal is posted. */
public class WriteBackFunction {

    private final Table finance;
    private final WriteBack writeBack;
    private final SyncErrors errors;
    private final Metrics metrics;

    public WriteBackFunction(Office office, Finance finance, TableMaps maps, Clock clock, Metrics metrics) {
        this.finance = finance.table();
        this.errors = new SyncErrors(finance.table(), clock, metrics);
        this.metrics = metrics;
        this.writeBack = new WriteBack(office.table(), finance.table(), maps, errors);
    }

    @Funq("write-back")
    public StreamReply writeBack(StreamBatch batch) {
        MapStatuses statuses = MapStatusItem.read(finance);
        return Streams.eachChange(batch, (changed, change) -> writeBack(changed, change, statuses));
    }

    private void writeBack(Item changed, StreamBatch.Change change, MapStatuses statuses) {
        try {
            switch (changed.kind()) {
                case JournalItem.KIND -> {
                    if (writeBack.journal(new Journal.Id(changed.text("journal")), statuses)) {
                        metrics.done(Metric.JOURNALS_WRITTEN_BACK, 1);
                    }
                }
                case ProposalItem.KIND -> {
                    if (writeBack.proposal(new Invoice.Id(changed.text("proposal")), statuses)) {
                        metrics.done(Metric.PROPOSALS_WRITTEN_BACK, 1);
                        change.madeAt().ifPresent(posted -> metrics.lag(Metric.POSTING_TO_WRITE_BACK, posted));
                    }
                }
                default -> {
                    // The filter of the mapping lets nothing else through; if it did, it would be nothing that is
                    // written back.
                }
            }
        } catch (SyncFailure failure) {
            errors.park(SyncError.Source.FINANCE, changed.key(), failure);
        }
    }
}
