package dev.fattura.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureDestinationTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void message_isHandedToTheConsumersOfTheQueue_asTheOneMessageOfABatch() throws IOException {
        List<String> calls = new ArrayList<>();
        List<byte[]> events = new ArrayList<>();
        FailureDestination destination = new FailureDestination(
                (function, event) -> {
                    calls.add(function);
                    events.add(event);
                    return new byte[0];
                },
                List.of("park-failures"));
        StreamRecord record = new StreamRecord("7", NOON, JsonNodeFactory.instance.objectNode());

        destination.accept(
                new FailureDestination.Source("sync-actuals", "arn:stream", "shard-1"),
                new BatchCourse.GivenUp(
                        List.of(record), BatchCourse.Condition.RETRY_ATTEMPTS_EXHAUSTED, "Unhandled", 11),
                NOON);

        assertThat(calls).containsExactly("park-failures");
        JsonNode body =
                JSON.readTree(JSON.readTree(events.get(0)).at("/Records/0/body").asText());
        assertThat(body.at("/DDBStreamBatchInfo/startSequenceNumber").asText()).isEqualTo("7");
        assertThat(body.at("/requestContext/functionArn").asText()).endsWith(":sync-actuals");
        assertThat(destination.messages()).hasSize(1);
    }
}
