package dev.fattura.header;

import dev.fattura.runtime.StreamBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.runtime.Streams;
import dev.fattura.store.ContractItem;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Item;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;

/** The header crossing, on the stream of the office: contract headers, and proforma headers once they are sealed. */
public class SyncHeaderFunction {

    private final CrossHeaders crossing;

    public SyncHeaderFunction(Office office, Finance finance) {
        this.crossing = new CrossHeaders(office.table(), finance.table());
    }

    @Funq("sync-header")
    public StreamReply syncHeader(StreamBatch batch) {
        return Streams.each(batch, this::cross);
    }

    private void cross(Item changed) {
        switch (changed.kind()) {
            case ContractItem.KIND ->
                crossing.contract(ContractItem.decode(changed).id());
            case InvoiceItem.KIND ->
                crossing.invoice(InvoiceItem.decode(changed).id());
            default -> {
                // The filter of the mapping lets nothing else through; if it did, it would be nothing that crosses
                // here.
            }
        }
    }
}
