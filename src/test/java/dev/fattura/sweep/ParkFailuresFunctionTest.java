package dev.fattura.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.Work;
import dev.fattura.maps.TableMaps;
import dev.fattura.runtime.QueueBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.SyncErrorItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Events;
import dev.fattura.support.Examples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.watch.Metrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParkFailuresFunctionTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    private final InMemoryTable office = new InMemoryTable();
    private final InMemoryTable finance = new InMemoryTable();
    private final ParkFailuresFunction function = new ParkFailuresFunction(new Finance(finance), NOON, Metrics.NONE);

    @Test
    void batchThatWasGivenUp_becomesASyncError_ofWhatItsFunctionCarries() throws IOException {
        StreamReply reply = function.parkFailures(recorded());

        assertThat(reply.batchItemFailures()).isEmpty();
        assertThat(errors(true)).singleElement().satisfies(error -> {
            assertThat(error.crossing()).isEqualTo(Crossing.ACTUALS);
            assertThat(error.cause())
                    .isEqualTo("38 stream records were given up after 11 attempts: RetryAttemptsExhausted.");
            // Of the stream's ARN neither the account nor the name of the table.
            assertThat(error.reference().partition())
                    .isEqualTo("2026-01-01T00:00:00.000 shardId-00000001769902200000-abcdef01");
            assertThat(error.reference().sort()).isEqualTo("800000000003126276362-800000000003126276399");
        });
    }

    @Test
    void nullInTheBatch_isReported_andHoldsUpNobody() throws IOException {
        List<QueueBatch.Message> messages = new ArrayList<>(recorded().messages());
        messages.add(0, null);

        StreamReply reply = function.parkFailures(new QueueBatch(messages));

        assertThat(reply.batchItemFailures()).hasSize(1);
        assertThat(errors(true)).hasSize(1);
    }

    @Test
    void sweep_carriesWhatTheBatchHad_andResolvesTheError() throws IOException {
        office.putAll(List.of(
                ApprovalItem.encode(Examples.approval()),
                ActualItem.encode(Examples.cost()),
                ActualItem.encode(Examples.unbilledSales()),
                WorkItem.encode(Work.of(Work.Queue.CROSSING_APPROVAL, Work.OFFICE, Examples.APPROVAL.toString()))));
        function.parkFailures(recorded());

        SweepReport report = Conductor.of(
                        new Office(office), new Finance(finance), TableMaps.load(), NOON, Metrics.NONE)
                .sweep()
                .run(NOON.instant());

        assertThat(report.carried().get(SweepReport.Kind.ACTUALS_CARRIED)).isEqualTo(2);
        assertThat(report.carried().get(SweepReport.Kind.SYNC_ERRORS_RESOLVED)).isEqualTo(1);
        assertThat(StagedActualItem.findAll(finance, List.of(Examples.cost().id())))
                .hasSize(1);
        assertThat(errors(true)).isEmpty();
        assertThat(errors(false)).hasSize(1);
    }

    @Test
    void messageThatCannotBeUnderstood_isReportedAlone() throws IOException {
        QueueBatch.Message sound = recorded().messages().get(0);
        QueueBatch batch =
                new QueueBatch(List.of(new QueueBatch.Message("m-1", "{\"source\":\"fattura.schedule\"}"), sound));

        StreamReply reply = function.parkFailures(batch);

        assertThat(reply.batchItemFailures())
                .extracting(StreamReply.Failure::itemIdentifier)
                .containsExactly("m-1");
        assertThat(errors(true)).hasSize(1);
    }

    private List<SyncError> errors(boolean open) {
        return SyncErrorItem.page(finance, open, null, null, 10).errors();
    }

    private static QueueBatch recorded() throws IOException {
        return new ObjectMapper().readValue(Events.recorded("queue/park-failures"), QueueBatch.class);
    }
}
