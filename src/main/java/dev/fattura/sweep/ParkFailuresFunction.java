package dev.fattura.sweep;

import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.QueueBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.store.Finance;
import dev.fattura.watch.LogContext;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Makes a sync error of every batch of stream records that was given up. The message has the place in the stream and not the
 * records; what of them has not crossed is in the queues of the tables, where the sweep finds it.
 */
public class ParkFailuresFunction {

    private static final Logger LOG = Logger.getLogger(ParkFailuresFunction.class);

    /** What each stream function carries last, and with it everything before. */
    private static final Map<String, Crossing> CARRIED_BY = Map.of(
            "sync-header", Crossing.PROPOSALS,
            "sync-actuals", Crossing.ACTUALS,
            "write-back", Crossing.ACCOUNTING);

    private final SyncErrors errors;

    public ParkFailuresFunction(Finance finance, Clock clock, Metrics metrics) {
        this.errors = new SyncErrors(finance.table(), clock, metrics);
    }

    /** A message that cannot be understood is reported, and in the end set aside for a person. */
    @Funq("park-failures")
    public StreamReply parkFailures(QueueBatch batch) {
        List<StreamReply.Failure> failures = new ArrayList<>();
        for (QueueBatch.Message message : batch.messages() == null ? List.<QueueBatch.Message>of() : batch.messages()) {
            String id = String.valueOf(message == null ? null : message.messageId());
            if (!LogContext.within(Map.of(LogContext.CORRELATION, id), () -> parked(message, id))) {
                failures.add(new StreamReply.Failure(id));
            }
        }
        return new StreamReply(failures);
    }

    private boolean parked(QueueBatch.Message message, String id) {
        try {
            park(message);
            return true;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Message %s could not be parked", id);
            return false;
        }
    }

    private void park(QueueBatch.Message message) {
        Body body = Body.parse(String.valueOf(message.body()).getBytes(StandardCharsets.UTF_8));
        Body context = body.object("requestContext");
        Body place = body.object("DDBStreamBatchInfo");
        String first = place.text("startSequenceNumber");
        SyncError.Reference reference = new SyncError.Reference(
                SyncError.Source.STREAM,
                stream(place.text("streamArn")) + " " + place.text("shardId"),
                first + "-" + place.text("endSequenceNumber"));
        errors.park(
                reference,
                new SyncFailure(
                        crossing(context.text("functionArn")),
                        SyncErrorCode.BATCH_GIVEN_UP,
                        place.number("batchSize", 0, Integer.MAX_VALUE) + " stream records were given up after "
                                + context.number("approximateInvokeCount", 0, Integer.MAX_VALUE) + " attempts: "
                                + context.text("condition") + "."));
    }

    /** Of its ARN only the label: the rest names the account and the table, and sync errors are shown to callers. */
    private static String stream(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static Crossing crossing(String functionArn) {
        return CARRIED_BY.entrySet().stream()
                .filter(entry -> functionArn.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No crossing is carried by " + functionArn));
    }
}
