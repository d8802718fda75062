package dev.fattura.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Answers as DynamoDB gives them when it does not do what it was asked, or not all of it. */
final class DynamoDbAnswers {

    private static final String NAMESPACE = "com.amazonaws.dynamodb.v20120810#";
    private static final ObjectMapper JSON = new ObjectMapper();

    private DynamoDbAnswers() {}

    static StoreCall.Answer refusal(int status, String type, String message) throws IOException {
        ObjectNode body =
                JSON.createObjectNode().put("__type", NAMESPACE + type).put("message", message);
        return answer(status, body);
    }

    /** Another transaction has one of its items: for a transaction the reason of one of its writes, for a single write the answer itself. */
    static StoreCall.Answer conflict(StoreCall call) throws IOException {
        if (!call.operation().equals("TransactWriteItems")) {
            return refusal(400, "TransactionConflictException", "Transaction is ongoing for the item");
        }
        int writes = JSON.readTree(call.body()).path("TransactItems").size();
        ObjectNode body = JSON.createObjectNode()
                .put("__type", NAMESPACE + "TransactionCanceledException")
                .put("Message", "Transaction cancelled, please refer cancellation reasons for specific reasons");
        ArrayNode reasons = body.putArray("CancellationReasons");
        for (int write = 0; write < writes; write++) {
            if (write == writes / 2) {
                reasons.addObject()
                        .put("Code", "TransactionConflict")
                        .put("Message", "Transaction is ongoing for the item");
            } else {
                reasons.addObject().put("Code", "None");
            }
        }
        return answer(400, body);
    }

    /** Does the first few of a batch, perhaps none, and leaves the rest over. */
    static StoreCall.Answer partly(StoreCall call, IntUnaryOperator below) throws IOException {
        return call.operation().equals("BatchExecuteStatement") ? someStatements(call, below) : someItems(call, below);
    }

    /** Each statement has an answer of its own; those that are not done, that they were throttled. */
    private static StoreCall.Answer someStatements(StoreCall call, IntUnaryOperator below) throws IOException {
        ObjectNode request = (ObjectNode) JSON.readTree(call.body());
        ArrayNode all = (ArrayNode) request.get("Statements");
        int asked = all.size();
        int done = below.applyAsInt(asked);
        while (all.size() > done) {
            all.remove(all.size() - 1);
        }
        ObjectNode body = JSON.createObjectNode();
        ArrayNode responses = body.putArray("Responses");
        if (done > 0) {
            StoreCall.Answer answer = call.forward(JSON.writeValueAsBytes(request));
            if (answer.status() != 200) {
                return answer;
            }
            JSON.readTree(answer.body()).get("Responses").forEach(responses::add);
        }
        while (responses.size() < asked) {
            responses
                    .addObject()
                    .putObject("Error")
                    .put("Code", "ThrottlingError")
                    .put("Message", "Throughput exceeds the current capacity");
        }
        return answer(200, body);
    }

    private static StoreCall.Answer someItems(StoreCall call, IntUnaryOperator below) throws IOException {
        boolean writes = call.operation().equals("BatchWriteItem");
        ObjectNode request = (ObjectNode) JSON.readTree(call.body());
        Map.Entry<String, JsonNode> table =
                request.get("RequestItems").properties().iterator().next();
        ArrayNode all =
                (ArrayNode) (writes ? table.getValue() : table.getValue().get("Keys"));
        int done = below.applyAsInt(all.size());
        ArrayNode rest = JSON.createArrayNode();
        while (all.size() > done) {
            rest.insert(0, all.remove(all.size() - 1));
        }
        ObjectNode body;
        if (done > 0) {
            StoreCall.Answer answer = call.forward(JSON.writeValueAsBytes(request));
            if (answer.status() != 200) {
                return answer;
            }
            body = (ObjectNode) JSON.readTree(answer.body());
        } else {
            body = JSON.createObjectNode();
            if (!writes) {
                body.putObject("Responses");
            }
        }
        ObjectNode left = body.putObject(writes ? "UnprocessedItems" : "UnprocessedKeys");
        if (writes) {
            left.set(table.getKey(), rest);
        } else {
            left.putObject(table.getKey()).put("ConsistentRead", true).set("Keys", rest);
        }
        return answer(200, body);
    }

    private static StoreCall.Answer answer(int status, ObjectNode body) throws IOException {
        return new StoreCall.Answer(
                status,
                Map.of(
                        "content-type",
                        List.of("application/x-amz-json-1.0"),
                        "x-amzn-requestid",
                        List.of("in-its-place")),
                JSON.writeValueAsBytes(body));
    }
}
