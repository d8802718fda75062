package dev.fattura.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Item;
import dev.fattura.store.Office;
import dev.fattura.store.ProposalItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetrySyncErrorsTest {

    private final InMemoryTable office = new InMemoryTable();
    private final InMemoryTable finance = new InMemoryTable();

    /** Nobody foresaw how these fail; the one that is mended is among them. */
    @Test
    void retryOfAll_goesOnBehindOneThatFails() {
        for (String unreadable : List.of("INV-0001", "INV-0002", "INV-0003", "INV-0004")) {
            parked(unreadable);
            finance.putAll(List.of(Item.of(ProposalItem.key(new Invoice.Id(unreadable)), ProposalItem.KIND)
                    .build()));
        }
        parked("INV-1001");
        office.putAll(List.of(InvoiceItem.encode(Examples.confirmed())));
        finance.putAll(List.of(ProposalItem.encode(FinanceExamples.postedProposal())));

        RetrySyncErrors.Outcome outcome = retries().retryAll(null);

        assertThat(outcome).isEqualTo(new RetrySyncErrors.Outcome(5, 1, 0, false));
        assertThat(InvoiceItem.find(office, Examples.INVOICE).orElseThrow().status())
                .isEqualTo(InvoiceStatus.POSTED);
    }

    private void parked(String proposal) {
        new SyncErrors(finance, Clock.systemUTC(), Metrics.NONE)
                .park(
                        SyncError.Source.FINANCE,
                        ProposalItem.key(new Invoice.Id(proposal)),
                        new SyncFailure(Crossing.CUSTOMER_INVOICES, SyncErrorCode.TARGET_MISSING, "It was not there."));
    }

    private RetrySyncErrors retries() {
        return Conductor.of(new Office(office), new Finance(finance), TableMaps.load(), Clock.systemUTC(), Metrics.NONE)
                .retries();
    }
}
