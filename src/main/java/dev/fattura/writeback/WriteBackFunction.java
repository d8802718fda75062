package dev.fattura.writeback;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Journal;
import dev.fattura.runtime.StreamBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.runtime.Streams;
import dev.fattura.store.Finance;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.Office;
import dev.fattura.store.ProposalItem;
import io.quarkus.funqy.Funq;

/** The write-back, on the stream of finance: once a journal or a proposal is posted. */
public class WriteBackFunction {

    private final WriteBack writeBack;

    public WriteBackFunction(Office office, Finance finance) {
        this.writeBack = new WriteBack(office.table(), finance.table());
    }

    @Funq("write-back")
    public StreamReply writeBack(StreamBatch batch) {
        return Streams.each(batch, this::writeBack);
    }

    private void writeBack(Item changed) {
        switch (changed.kind()) {
            case JournalItem.KIND -> writeBack.journal(new Journal.Id(changed.text("journal")));
            case ProposalItem.KIND -> writeBack.proposal(new Invoice.Id(changed.text("proposal")));
            default -> {
                // The filter of the mapping lets nothing else through; if it did, it would be nothing that is written
                // back.
            }
        }
    }
}
