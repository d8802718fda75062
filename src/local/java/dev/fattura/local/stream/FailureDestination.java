package dev.fattura.local.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where batches go that were given up: pointers in the shape that Lambda sends to a queue, newest last. As there, it holds
 * where the records are and not what is in them. It is bounded, because it lives in memory.
 */
public final class FailureDestination {
    private static final int KEPT = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<ObjectNode> messages = new ArrayList<>();

    /** Where a batch came from. */
    public record Source(String function, String streamArn, String shardId) {}

    public synchronized void accept(Source source, BatchCourse.GivenUp givenUp, Instant now) {
        List<StreamRecord> records = givenUp.records();
        StreamRecord first = records.get(0);
        StreamRecord last = records.get(records.size() - 1);
        ObjectNode message = JSON.createObjectNode();
        message.putObject("requestContext")
                .put("functionArn", "arn:aws:lambda:local:000000000000:function:" + source.function())
                .put("condition", givenUp.condition().label())
                .put("approximateInvokeCount", givenUp.invocations());
        message.putObject("responseContext").put("functionError", givenUp.cause());
        message.put("version", "1.0").put("timestamp", now.toString());
        message.putObject("DDBStreamBatchInfo")
                .put("shardId", source.shardId())
                .put("startSequenceNumber", first.sequenceNumber())
                .put("endSequenceNumber", last.sequenceNumber())
                .put("approximateArrivalOfFirstRecord", first.created().toString())
                .put("approximateArrivalOfLastRecord", last.created().toString())
                .put("batchSize", records.size())
                .put("streamArn", source.streamArn());
        messages.add(message);
        if (messages.size() > KEPT) {
            messages.remove(0);
        }
    }

    public synchronized ArrayNode messages() {
        ArrayNode copy = JSON.createArrayNode();
        messages.forEach(message -> copy.add(message.deepCopy()));
        return copy;
    }
}
