package dev.fattura.actuals;

import dev.fattura.ledger.Actual;
import dev.fattura.runtime.StreamBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.runtime.Streams;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Finance;
import dev.fattura.store.Item;
import io.quarkus.funqy.Funq;
import org.jspecify.annotations.Nullable;

/** The actuals crossing, on the stream of the office: every actual that is not skip-sync becomes a row of the actuals staging table. */
public class SyncActualsFunction {

    private final StageActuals stage;

    public SyncActualsFunction(Finance finance) {
        this.stage = new StageActuals(finance.table());
    }

    @Funq("sync-actuals")
    public StreamReply syncActuals(StreamBatch batch) {
        return Streams.together(batch, SyncActualsFunction::crossing, stage::stage);
    }

    /** The filter of the mapping leaves skip-sync rows out; a wrong filter must not be able to let one through. */
    private static @Nullable Actual crossing(Item item) {
        if (!item.kind().equals(ActualItem.KIND)) {
            return null;
        }
        Actual actual = ActualItem.decode(item);
        return actual.skipSync() ? null : actual;
    }
}
