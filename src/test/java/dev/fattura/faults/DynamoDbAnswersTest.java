package dev.fattura.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is put in place of an answer says what was done of the call, and only that was forwarded. */
class DynamoDbAnswersTest {

    private static final String BATCH =
            "{\"RequestItems\":{\"office\":[{\"PutRequest\":1},{\"PutRequest\":2},{\"PutRequest\":3}]}}";

    private final List<String> forwarded = new ArrayList<>();

    @Test
    void batch_isForwardedInPart_andTheRestIsLeftOver() throws IOException {
        StoreCall.Answer answer = DynamoDbAnswers.partly(call("BatchWriteItem", BATCH), all -> 1);

        assertThat(forwarded).containsExactly("{\"RequestItems\":{\"office\":[{\"PutRequest\":1}]}}");
        assertThat(text(answer))
                .isEqualTo("{\"UnprocessedItems\":{\"office\":[{\"PutRequest\":2},{\"PutRequest\":3}]}}");
    }

    @Test
    void statements_areForwardedInPart_andTheRestIsThrottled() throws IOException {
        StoreCall.Answer answer = DynamoDbAnswers.partly(
                new StoreCall(
                        "BatchExecuteStatement", "{\"Statements\":[1,2,3]}".getBytes(StandardCharsets.UTF_8), sent -> {
                            forwarded.add(new String(sent, StandardCharsets.UTF_8));
                            return new StoreCall.Answer(
                                    200, Map.of(), "{\"Responses\":[{},{}]}".getBytes(StandardCharsets.UTF_8));
                        }),
                all -> 2);

        assertThat(forwarded).containsExactly("{\"Statements\":[1,2]}");
        assertThat(text(answer))
                .isEqualTo("{\"Responses\":[{},{},{\"Error\":{\"Code\":\"ThrottlingError\","
                        + "\"Message\":\"Throughput exceeds the current capacity\"}}]}");
    }

    @Test
    void batch_isNotForwarded_whenNothingOfItIsDone() throws IOException {
        StoreCall.Answer answer = DynamoDbAnswers.partly(
                call("BatchGetItem", "{\"RequestItems\":{\"office\":{\"Keys\":[1,2],\"ConsistentRead\":true}}}"),
                all -> 0);

        assertThat(forwarded).isEmpty();
        assertThat(text(answer))
                .isEqualTo(
                        "{\"Responses\":{},\"UnprocessedKeys\":{\"office\":{\"ConsistentRead\":true,\"Keys\":[1,2]}}}");
    }

    @Test
    void conflict_hasAReasonForEachWrite_andNothingIsForwarded() throws IOException {
        StoreCall.Answer answer =
                DynamoDbAnswers.conflict(call("TransactWriteItems", "{\"TransactItems\":[{},{},{}]}"));

        assertThat(forwarded).isEmpty();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer))
                .contains(
                        "[{\"Code\":\"None\"},{\"Code\":\"TransactionConflict\",\"Message\":\"Transaction is ongoing for the item\"},"
                                + "{\"Code\":\"None\"}]");
    }

    private StoreCall call(String operation, String body) {
        return new StoreCall(operation, body.getBytes(StandardCharsets.UTF_8), sent -> {
            forwarded.add(new String(sent, StandardCharsets.UTF_8));
            return new StoreCall.Answer(200, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        });
    }

    private static String text(StoreCall.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
