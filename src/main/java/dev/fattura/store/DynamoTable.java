package dev.fattura.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A table in DynamoDB. */
public final class DynamoTable implements Table {

    private static final int GET_LIMIT = 100;
    private static final int PUT_LIMIT = 25;

    private final DynamoDbClient client;
    private final String name;
    private final Patience patience;

    public DynamoTable(DynamoDbClient client, String name, Patience patience) {
        this.client = client;
        this.name = name;
        this.patience = patience;
    }

    @Override
    public Optional<Item> get(Key key) {
        Map<String, AttributeValue> found = patience.ask(() -> client.getItem(GetItemRequest.builder()
                        .tableName(name)
                        .key(ItemCodec.key(key))
                        .consistentRead(true)
                        .build())
                .item());
        return found.isEmpty() ? Optional.empty() : Optional.of(ItemCodec.decode(found));
    }

    @Override
    public List<Item> getAll(List<Key> keys) {
        List<Item> found = new ArrayList<>();
        inBatches(new LinkedHashSet<>(keys).stream().map(ItemCodec::key).toList(), GET_LIMIT, chunk -> {
            KeysAndAttributes wanted =
                    KeysAndAttributes.builder().keys(chunk).consistentRead(true).build();
            var answer = patience.ask(() -> client.batchGetItem(BatchGetItemRequest.builder()
                    .requestItems(Map.of(name, wanted))
                    .build()));
            answer.responses().getOrDefault(name, List.of()).forEach(values -> found.add(ItemCodec.decode(values)));
            KeysAndAttributes left = answer.unprocessedKeys().get(name);
            return left == null ? List.of() : left.keys();
        });
        return found;
    }

    /**
     * Sends values batch by batch until none is left over; what is left over joins the next batch.
     *
     * @param send gives what the store left over of a batch
     */
    private <T> void inBatches(List<T> values, int most, UnaryOperator<List<T>> send) {
        List<T> open = values;
        Patience.Waits waits = patience.waits();
        while (!open.isEmpty()) {
            List<T> batch = open.subList(0, Math.min(most, open.size()));
            List<T> rest = new ArrayList<>(send.apply(batch));
            waits.afterAnswer(rest.size() < batch.size());
            rest.addAll(open.subList(batch.size(), open.size()));
            open = rest;
        }
    }

    @Override
    public Page query(String partition, String sortPrefix, @Nullable String after, int limit) {
        if (after == null || after.startsWith(sortPrefix)) {
            return queryFrom(partition, sortPrefix, after, limit);
        }
        // DynamoDB refuses a start outside of the range, and a caller's cursor may hold one.
        return after.compareTo(sortPrefix) < 0
                ? queryFrom(partition, sortPrefix, null, limit)
                : new Page(List.of(), null);
    }

    private Page queryFrom(String partition, String sortPrefix, @Nullable String after, int limit) {
        QueryRequest.Builder request =
                QueryRequest.builder().tableName(name).consistentRead(true).limit(limit);
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":partition", AttributeValue.fromS(partition));
        if (sortPrefix.isEmpty()) {
            request.keyConditionExpression("pk = :partition");
        } else {
            request.keyConditionExpression("pk = :partition AND begins_with(sk, :prefix)");
            values.put(":prefix", AttributeValue.fromS(sortPrefix));
        }
        request.expressionAttributeValues(values);
        if (after != null) {
            request.exclusiveStartKey(ItemCodec.key(new Key(partition, after)));
        }
        QueryResponse answer = patience.ask(() -> client.query(request.build()));
        AttributeValue last =
                answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey().get(Key.SORT) : null;
        return new Page(answer.items().stream().map(ItemCodec::decode).toList(), last == null ? null : last.s());
    }

    @Override
    public void putAll(List<Item> items) {
        writeAll(items.stream()
                .map(item -> WriteRequest.builder()
                        .putRequest(put -> put.item(ItemCodec.encode(item)))
                        .build())
                .toList());
    }

    @Override
    public List<Item> putNew(List<Item> items) {
        requireDistinct(items.stream().map(Item::key).toList());
        List<Item> taken = new ArrayList<>();
        inBatches(items, PUT_LIMIT, batch -> insert(batch, taken));
        List<Item> existing = getAll(taken.stream().map(Item::key).toList());
        // What is there is also what was put by an earlier attempt whose answer was lost.
        return existing.stream().filter(item -> !taken.contains(item)).toList();
    }

    /**
     * Inserts a batch; the one conditional write of several items that costs no more than as many writes.
     *
     * @param taken is told of the items in whose place there is something
     * @return those that the store left over
     */
    private List<Item> insert(List<Item> batch, List<Item> taken) {
        List<BatchStatementResponse> answers = patience.ask(
                        () -> client.batchExecuteStatement(request -> request.statements(batch.stream()
                                .map(item -> InsertStatement.of(name, item))
                                .toList())))
                .responses();
        List<Item> left = new ArrayList<>();
        for (int index = 0; index < batch.size(); index++) {
            BatchStatementError error = answers.get(index).error();
            if (error == null) {
                continue;
            }
            if (error.code() == BatchStatementErrorCodeEnum.DUPLICATE_ITEM) {
                taken.add(batch.get(index));
            } else if (Patience.passing(error.codeAsString())) {
                left.add(batch.get(index));
            } else {
                throw new IllegalStateException("Could not insert "
                        + batch.get(index).key() + ": " + error.codeAsString() + ", " + error.message());
            }
        }
        return left;
    }

    @Override
    public void deleteAll(List<Key> keys) {
        writeAll(keys.stream()
                .map(key -> WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(ItemCodec.key(key)))
                        .build())
                .toList());
    }

    @Override
    public Commit commit(List<Write> writes) {
        if (writes.isEmpty() || writes.size() > COMMIT_LIMIT) {
            throw new IllegalArgumentException("A commit has 1 to " + COMMIT_LIMIT + " writes, not " + writes.size());
        }
        requireDistinct(writes.stream().map(Write::key).toList());
        return writes.size() == 1 ? commitOne(writes.get(0)) : commitTogether(writes);
    }

    private void writeAll(List<WriteRequest> requests) {
        inBatches(requests, PUT_LIMIT, batch -> patience.ask(() -> client.batchWriteItem(BatchWriteItemRequest.builder()
                        .requestItems(Map.of(name, batch))
                        .build()))
                .unprocessedItems()
                .getOrDefault(name, List.of()));
    }

    private Commit commitOne(Write write) {
        try {
            Item item = write.item();
            if (item == null) {
                patience.ask(() -> client.deleteItem(deleteRequest(write)));
            } else {
                patience.ask(() -> client.putItem(putRequest(write, item)));
            }
            return Commit.DONE;
        } catch (ConditionalCheckFailedException failed) {
            Item existing = failed.hasItem() ? ItemCodec.decode(failed.item()) : null;
            // The answer to an earlier attempt was lost, and what is there is what this write put.
            return existing != null && existing.equals(write.item()) ? Commit.DONE : new Commit(0, existing);
        }
    }

    private PutItemRequest putRequest(Write write, Item item) {
        ConditionText condition = ConditionText.of(write.condition());
        return PutItemRequest.builder()
                .tableName(name)
                .item(ItemCodec.encode(item))
                .conditionExpression(condition.expression())
                .expressionAttributeValues(condition.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private DeleteItemRequest deleteRequest(Write write) {
        ConditionText condition = ConditionText.of(write.condition());
        return DeleteItemRequest.builder()
                .tableName(name)
                .key(ItemCodec.key(write.key()))
                .conditionExpression(condition.expression())
                .expressionAttributeValues(condition.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private Commit commitTogether(List<Write> writes) {
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                // One token for all attempts: a transaction whose answer was lost is not taken for a failed condition.
                .clientRequestToken(UUID.randomUUID().toString())
                .transactItems(writes.stream()
                        .map(write -> ConditionText.of(write.condition()).transactional(name, write))
                        .toList())
                .build();
        try {
            patience.ask(() -> client.transactWriteItems(request));
            return Commit.DONE;
        } catch (TransactionCanceledException cancelled) {
            for (int index = 0; index < cancelled.cancellationReasons().size(); index++) {
                var reason = cancelled.cancellationReasons().get(index);
                if ("ConditionalCheckFailed".equals(reason.code())) {
                    return new Commit(index, reason.hasItem() ? ItemCodec.decode(reason.item()) : null);
                }
            }
            // Neither a condition nor a passing conflict (patience has waited those out): a defect, not an answer.
            throw cancelled;
        }
    }

    /** DynamoDB refuses a request that names an item twice; DynamoDB Local does not, so it is checked here (anchors.md B5). */
    private static void requireDistinct(List<Key> keys) {
        HashSet<Key> seen = new HashSet<>();
        for (Key key : keys) {
            if (!seen.add(key)) {
                throw new IllegalArgumentException("A write names " + key + " twice");
            }
        }
    }
}
