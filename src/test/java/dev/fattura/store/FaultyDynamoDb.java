package dev.fattura.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A DynamoDB that is always empty, and fails and leaves over as a test wants: what DynamoDB Local never does. */
final class FaultyDynamoDb implements DynamoDbClient {

    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final Deque<Integer> leftOver = new ArrayDeque<>();
    private final Deque<String> refusals = new ArrayDeque<>();
    private final List<Integer> batchSizes = new ArrayList<>();
    private final List<Map<String, AttributeValue>> written = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private Supplier<RuntimeException> forever = () -> null;
    private int calls;

    /** The next requests fail like this, one each. */
    void failWith(RuntimeException... next) {
        failures.addAll(List.of(next));
    }

    void failForever(Supplier<RuntimeException> failure) {
        forever = failure;
    }

    /** So many entries of the next batches are left over, from their end; later ones are done as a whole. */
    void leaveOver(int... counts) {
        leftOver.clear();
        for (int count : counts) {
            leftOver.add(count);
        }
    }

    /** The next statements are refused with these codes, one each. */
    void refuse(String... codes) {
        refusals.addAll(List.of(codes));
    }

    int calls() {
        return calls;
    }

    List<Integer> batchSizes() {
        return batchSizes;
    }

    List<Map<String, AttributeValue>> written() {
        return written;
    }

    /** The tokens of all transactions, failed ones too. */
    List<String> tokens() {
        return tokens;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        call();
        return GetItemResponse.builder().build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        call();
        return QueryResponse.builder().build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        call();
        return PutItemResponse.builder().build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        call();
        return DeleteItemResponse.builder().build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        tokens.add(request.clientRequestToken());
        call();
        return TransactWriteItemsResponse.builder().build();
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        call();
        List<WriteRequest> batch = request.requestItems().get("table");
        int done = done(batch.size());
        batch.subList(0, done).stream()
                .filter(write -> write.putRequest() != null)
                .forEach(write -> written.add(write.putRequest().item()));
        List<WriteRequest> rest = batch.subList(done, batch.size());
        return BatchWriteItemResponse.builder()
                .unprocessedItems(rest.isEmpty() ? Map.of() : Map.of("table", rest))
                .build();
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
        call();
        int done = done(request.statements().size());
        List<BatchStatementResponse> answers = new ArrayList<>();
        for (int index = 0; index < request.statements().size(); index++) {
            String code = index < done ? refusals.poll() : "ThrottlingError";
            answers.add(
                    code == null
                            ? BatchStatementResponse.builder().build()
                            : BatchStatementResponse.builder()
                                    .error(error -> error.code(code).message("so"))
                                    .build());
        }
        return BatchExecuteStatementResponse.builder().responses(answers).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        call();
        List<Map<String, AttributeValue>> batch =
                request.requestItems().get("table").keys();
        List<Map<String, AttributeValue>> rest = batch.subList(done(batch.size()), batch.size());
        return BatchGetItemResponse.builder()
                .responses(Map.of())
                .unprocessedKeys(
                        rest.isEmpty()
                                ? Map.of()
                                : Map.of(
                                        "table",
                                        KeysAndAttributes.builder().keys(rest).build()))
                .build();
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {}

    private int done(int size) {
        batchSizes.add(size);
        return size - (leftOver.isEmpty() ? 0 : leftOver.poll());
    }

    private void call() {
        calls++;
        RuntimeException failure = failures.isEmpty() ? forever.get() : failures.poll();
        if (failure != null) {
            throw failure;
        }
    }
}
