package dev.fattura.actuals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.MapStatuses;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.maps.TableMaps;
import dev.fattura.runtime.StreamBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Finance;
import dev.fattura.store.Item;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.SyncErrorItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Gateway;
import dev.fattura.support.InMemoryTable;
import dev.fattura.watch.Metrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SyncActualsFunctionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InMemoryTable finance = new InMemoryTable();
    private final SyncActualsFunction function = new SyncActualsFunction(
            new Finance(finance),
            TableMaps.load(),
            Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC),
            Metrics.NONE);

    @Test
    void costAndUnbilledSales_areStaged_andWaitForTheirJournal() {
        StreamReply reply = function.syncActuals(batch(Examples.cost(), Examples.unbilledSales()));

        assertThat(reply.batchItemFailures()).isEmpty();
        assertThat(finance.contents().values())
                .extracting(item -> item.kind() + " " + item.key().partition())
                .containsExactlyInAnyOrder(
                        "stagedActual ACTUAL#" + Examples.cost().id(),
                        "stagedActual ACTUAL#" + Examples.unbilledSales().id(),
                        "work WORK#arrived#USMF");
    }

    @Test
    void billedSales_isStagedWithItsProposal_andNamesTheUnbilledSalesItBills() {
        function.syncActuals(batch(Examples.billedSales()));

        assertThat(finance.contents().values()).singleElement().satisfies(item -> {
            assertThat(item.key().partition()).isEqualTo("PROPOSAL#INV-1001#0");
            assertThat(StagedActualItem.decode(item).unbilledSales())
                    .isEqualTo(Examples.unbilledSales().id());
            assertThat(item.text("amount")).isEqualTo("100000 GBP");
        });
    }

    @Test
    void skipSyncReversal_neverCrosses_alsoWhereTheFilterLetsItThrough() {
        StreamReply reply = function.syncActuals(batch(Examples.reversal()));

        assertThat(reply.batchItemFailures()).isEmpty();
        assertThat(finance.contents()).isEmpty();
    }

    @Test
    void sameRecords_leaveTheTableAsItIs_whenTheyComeAgain() {
        function.syncActuals(batch(Examples.cost(), Examples.billedSales()));
        var before = finance.contents();

        function.syncActuals(batch(Examples.billedSales(), Examples.cost(), Examples.cost()));

        assertThat(finance.contents()).isEqualTo(before);
    }

    @Test
    void poisonedRecord_isParkedAlone_andTheOthersAreStaged() {
        List<StreamBatch.StreamRecord> records = new ArrayList<>(records(Examples.cost(), Examples.unbilledSales()));
        ObjectNode poison =
                Gateway.record(new InMemoryTable.Change(true, ActualItem.encode(Examples.billedSales())), 7);
        ((ObjectNode) poison.at("/dynamodb/NewImage")).putObject("amount").put("S", "a thousand pounds");
        records.add(1, bound(poison));

        StreamReply reply = function.syncActuals(new StreamBatch(records));

        assertThat(reply.batchItemFailures()).isEmpty();
        assertThat(finance.contents().values())
                .filteredOn(item -> item.kind().equals("stagedActual"))
                .hasSize(2);
        assertThat(errors()).singleElement().satisfies(error -> {
            assertThat(error.crossing()).isEqualTo(Crossing.ACTUALS);
            assertThat(error.code()).isEqualTo(SyncErrorCode.RECORD_UNREADABLE);
            assertThat(error.reference())
                    .isEqualTo(new SyncError.Reference(
                            SyncError.Source.OFFICE,
                            "ACTUAL#" + Examples.billedSales().id(),
                            "ACTUAL"));
            assertThat(error.firstSeen()).hasToString("2026-02-01T08:00:00Z");
            assertThat(error.attempts()).isEqualTo(1);
        });
    }

    @Test
    void poisonedRecord_countsItsAttempts_whenItComesAgain() {
        ObjectNode poison = Gateway.record(new InMemoryTable.Change(true, ActualItem.encode(Examples.cost())), 7);
        ((ObjectNode) poison.at("/dynamodb/NewImage")).putObject("amount").put("S", "much");

        function.syncActuals(new StreamBatch(List.of(bound(poison))));
        function.syncActuals(new StreamBatch(List.of(bound(poison))));

        assertThat(errors()).extracting(SyncError::attempts).containsExactly(2L);
    }

    @Test
    void rowWithOtherValues_isParked_andWhatHasCrossedStays() {
        function.syncActuals(batch(Examples.cost()));
        StagedActual there = FinanceExamples.row(Examples.cost());
        var before = finance.contents();
        ObjectNode changed = Gateway.record(new InMemoryTable.Change(true, ActualItem.encode(Examples.cost())), 7);
        ((ObjectNode) changed.at("/dynamodb/NewImage")).putObject("quantity").put("S", "5.00");

        function.syncActuals(new StreamBatch(List.of(bound(changed))));

        assertThat(StagedActualItem.findAll(finance, List.of(there.actual()))).containsExactly(there);
        assertThat(finance.contents()).containsAllEntriesOf(before);
        assertThat(errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(SyncErrorCode.TARGET_CONTRADICTS);
            assertThat(error.cause()).endsWith("is there with other values of QUANTITY.");
        });
    }

    @Test
    void nothing_isCarried_whileTheMapOfTheActualsOrOfTheirRelationshipsIsPaused() {
        for (Crossing paused : List.of(Crossing.ACTUALS, Crossing.RELATIONSHIPS)) {
            MapStatuses before = MapStatusItem.read(finance);
            finance.commit(List.of(MapStatusItem.replace(before.pausing(paused, Instant.EPOCH))));

            StreamReply reply = function.syncActuals(batch(Examples.cost(), Examples.billedSales()));

            assertThat(reply.batchItemFailures()).isEmpty();
            assertThat(finance.contents().values()).extracting(Item::kind).containsExactly("mapStatus");
            finance.commit(
                    List.of(MapStatusItem.replace(MapStatusItem.read(finance).resuming(paused))));
        }
    }

    @Test
    void recordThatCannotBeWritten_isReportedAlone_andTheOthersAreStaged() {
        AtomicInteger staged = new AtomicInteger();
        finance.failBefore(operation -> {
            // The first row fails in the common write and again when it is written by itself.
            if (operation.startsWith("put stagedActual") && staged.getAndIncrement() < 2) {
                throw new IllegalStateException("The item is too large");
            }
        });

        StreamReply reply = function.syncActuals(batch(Examples.cost(), Examples.unbilledSales()));

        assertThat(reply.batchItemFailures())
                .extracting(StreamReply.Failure::itemIdentifier)
                .containsExactly("000000000000000000000");
        assertThat(StagedActualItem.findAll(
                        finance, List.of(Examples.unbilledSales().id())))
                .hasSize(1);
    }

    @Test
    void emptyBatch_isDone() {
        assertThat(function.syncActuals(new StreamBatch(List.of())).batchItemFailures())
                .isEmpty();
    }

    private List<SyncError> errors() {
        return SyncErrorItem.page(finance, true, null, null, 100).errors();
    }

    private static StreamBatch batch(Actual... actuals) {
        return new StreamBatch(records(actuals));
    }

    private static List<StreamBatch.StreamRecord> records(Actual... actuals) {
        List<StreamBatch.StreamRecord> records = new ArrayList<>();
        for (Actual actual : actuals) {
            records.add(
                    bound(Gateway.record(new InMemoryTable.Change(true, ActualItem.encode(actual)), records.size())));
        }
        return records;
    }

    private static StreamBatch.StreamRecord bound(ObjectNode record) {
        try {
            return JSON.treeToValue(record, StreamBatch.StreamRecord.class);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
