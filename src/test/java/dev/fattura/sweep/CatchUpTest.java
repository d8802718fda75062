package dev.fattura.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Work;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.ContractItem;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Item;
import dev.fattura.store.Office;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Examples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much is carried while a caller waits; the rest is left to the sweep. */
class CatchUpTest {

    private final InMemoryTable office = new InMemoryTable();
    private final InMemoryTable finance = new InMemoryTable();

    @Test
    void contracts_areCarriedUntilTheTimeIsUp_andTheRestNextTime() {
        for (String id : List.of("ORD-1", "ORD-2", "ORD-3", "ORD-4")) {
            recordContract(id);
        }
        // It is asked once at the beginning and once before each contract, and four seconds pass each time.
        CatchUp catchUp = catchUp(new StepClock(4));
        SweepReport report = new SweepReport();

        assertThat(catchUp.run(Crossing.CONTRACTS, report)).isFalse();
        assertThat(crossed()).containsExactly("ORD-1", "ORD-2");

        assertThat(catchUp(new StepClock(0)).run(Crossing.CONTRACTS, report)).isTrue();
        assertThat(crossed()).containsExactly("ORD-1", "ORD-2", "ORD-3", "ORD-4");
        assertThat(report.carried().get(SweepReport.Kind.CONTRACTS_CARRIED)).isEqualTo(4);
    }

    @Test
    void invoiceThatIsTooLargeForACallerWhoWaits_isLeftToTheSweep() {
        Item header = InvoiceItem.encode(Examples.confirmed());
        office.putAll(List.of(
                Item.of(header.key(), InvoiceItem.KIND)
                        .all(header.attributes())
                        .number("lines", 5_001)
                        .build(),
                WorkItem.encode(Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, "INV-1001"))));

        assertThat(catchUp(new StepClock(0)).run(Crossing.PROPOSALS, new SweepReport()))
                .isFalse();
        assertThat(finance.contents()).isEmpty();
        assertThat(InvoiceItem.find(office, new Invoice.Id("INV-1001"))).isPresent();
    }

    private void recordContract(String id) {
        Contract sample = Examples.contract();
        Contract contract = new Contract(
                new Contract.Id(id),
                sample.company(),
                sample.name(),
                sample.customer(),
                sample.currency(),
                sample.fixedExchangeRate(),
                sample.salesTaxGroup());
        office.putAll(List.of(
                ContractItem.encode(contract),
                WorkItem.encode(Work.of(Work.Queue.CROSSING_CONTRACT, Work.OFFICE, id))));
    }

    private List<String> crossed() {
        return finance.contents().values().stream()
                .filter(item -> item.kind().equals(ContractItem.KIND))
                .map(item -> item.text("contract"))
                .toList();
    }

    private CatchUp catchUp(Clock clock) {
        return Conductor.of(new Office(office), new Finance(finance), TableMaps.load(), clock, Metrics.NONE)
                .catchUp();
    }

    /** Goes on by so many seconds whenever it is asked. */
    private static final class StepClock extends Clock {

        private final int seconds;
        private Instant now = Instant.parse("2026-01-31T12:00:00Z");

        StepClock(int seconds) {
            this.seconds = seconds;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(seconds);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
