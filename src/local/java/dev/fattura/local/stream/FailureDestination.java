package dev.fattura.local.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.FunctionError;
import dev.fattura.local.Functions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Where batches go that were given up: pointers in the shape that Lambda sends to a queue, newest last. As there, it holds
 * where the records are and not what is in them. It is bounded, because it lives in memory.
 */
public final class FailureDestination {
    private static final int KEPT = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = Logger.getLogger(FailureDestination.class);

    private final Functions functions;
    private final List<String> consumers;
    private final List<ObjectNode> messages = new ArrayList<>();

    /** A destination that nobody takes messages from. */
    public FailureDestination() {
        this((function, event) -> new byte[0], List.of());
    }

    /** A destination whose every message those functions get, each as the one message of a batch of a queue. */
    public FailureDestination(Functions functions, List<String> consumers) {
        this.functions = functions;
        this.consumers = List.copyOf(consumers);
    }

    /** Where a batch came from. */
    public record Source(String function, String streamArn, String shardId) {}

    public void accept(Source source, BatchCourse.GivenUp givenUp, Instant now) {
        ObjectNode message = message(source, givenUp, now);
        keep(message);
        consumers.forEach(consumer -> deliver(consumer, message));
    }

    private static ObjectNode message(Source source, BatchCourse.GivenUp givenUp, Instant now) {
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
        return message;
    }

    private synchronized void keep(ObjectNode message) {
        messages.add(message);
        if (messages.size() > KEPT) {
            messages.remove(0);
        }
    }

    private void deliver(String consumer, ObjectNode message) {
        ObjectNode event = JSON.createObjectNode();
        event.putArray("Records")
                .addObject()
                .put(
                        "messageId",
                        message.at("/DDBStreamBatchInfo/startSequenceNumber").asText())
                .put("body", message.toString())
                .put("eventSource", "aws:sqs");
        try {
            functions.invoke(consumer, JSON.writeValueAsBytes(event));
        } catch (FunctionError | JsonProcessingException failure) {
            LOG.errorf(failure, "A message about a batch that was given up could not be delivered to %s", consumer);
        }
    }

    public synchronized ArrayNode messages() {
        ArrayNode copy = JSON.createArrayNode();
        messages.forEach(message -> copy.add(message.deepCopy()));
        return copy;
    }
}
