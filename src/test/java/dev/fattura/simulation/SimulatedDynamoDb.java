package dev.fattura.simulation;

import dev.fattura.local.bench.InsertedItem;
import dev.fattura.store.Item;
import dev.fattura.store.ItemCodec;
import dev.fattura.store.ItemSize;
import dev.fattura.store.Key;
import dev.fattura.store.Packing;
import dev.fattura.support.Dice;
import dev.fattura.support.InMemoryTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * DynamoDB as the code uses it, with one table, behind the real {@code DynamoTable}: it keeps items in order, checks conditions, runs
 * transactions as a whole, remembers their tokens, refuses what is too large, writes its stream down, and fails as
 * {@link Interference} says. It is held to
 * the real one by {@code TableContract}.
 */
public final class SimulatedDynamoDb implements DynamoDbClient {

    private static final BatchStatementResponse INSERTED =
            BatchStatementResponse.builder().build();

    private static final long LARGEST_ITEM = 400 * 1024;
    private static final long LARGEST_TRANSACTION = 4 * 1024 * 1024;

    private final TreeMap<Key, Map<String, AttributeValue>> items = new TreeMap<>();
    private final List<InMemoryTable.Change> changes = new ArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private final Interference interference;
    private final StoreMeter meter;
    private long writes;

    SimulatedDynamoDb(Interference interference, StoreMeter meter) {
        this.interference = interference;
        this.meter = meter;
    }

    /** One in which nothing goes wrong. */
    public static SimulatedDynamoDb undisturbed(StoreMeter meter) {
        Dice dice = new Dice(0);
        Interference none = new Interference(new Stage(dice, Stage.noThreads()), Trouble.none(dice), dice, Defect.NONE);
        return new SimulatedDynamoDb(none, meter);
    }

    /** Everything that is there, in the order of the keys. */
    Map<Key, Item> contents() {
        Map<Key, Item> contents = new TreeMap<>();
        items.forEach((key, values) -> contents.put(key, ItemCodec.decode(values)));
        return Packing.apart(contents);
    }

    /** How many writes have changed anything. */
    long writes() {
        return writes;
    }

    /** The stream, from the beginning. */
    public List<InMemoryTable.Change> changes() {
        return changes;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return interference.read(() -> {
            Map<String, AttributeValue> item = items.getOrDefault(key(request.key()), Map.of());
            meter.read(item);
            return GetItemResponse.builder().item(item).build();
        });
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return interference.read(() -> {
            String partition =
                    request.expressionAttributeValues().get(":partition").s();
            AttributeValue prefixed = request.expressionAttributeValues().get(":prefix");
            String prefix = prefixed == null ? "" : prefixed.s();
            Key after = request.hasExclusiveStartKey() ? key(request.exclusiveStartKey()) : null;
            List<Map<String, AttributeValue>> found = new ArrayList<>();
            int limit = interference.pageOf(request.limit());
            for (var entry : items.tailMap(new Key(partition, prefix), true).entrySet()) {
                Key key = entry.getKey();
                if (!key.partition().equals(partition) || !key.sort().startsWith(prefix)) {
                    break;
                }
                if (after == null || key.compareTo(after) > 0) {
                    found.add(entry.getValue());
                    if (found.size() == limit) {
                        meter.queried(found);
                        return QueryResponse.builder()
                                .items(found)
                                .lastEvaluatedKey(keyOnly(entry.getValue()))
                                .build();
                    }
                }
            }
            meter.queried(found);
            return QueryResponse.builder().items(found).build();
        });
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return interference.read(() -> {
            var wanted = request.requestItems().entrySet().iterator().next();
            List<Map<String, AttributeValue>> keys = wanted.getValue().keys();
            int done = interference.doneOf(keys.size());
            List<Map<String, AttributeValue>> found = new ArrayList<>();
            for (Map<String, AttributeValue> each : keys.subList(0, done)) {
                Map<String, AttributeValue> item = items.get(key(each));
                meter.read(item == null ? Map.of() : item);
                if (item != null) {
                    found.add(item);
                }
            }
            BatchGetItemResponse.Builder answer =
                    BatchGetItemResponse.builder().responses(Map.of(wanted.getKey(), found));
            return done == keys.size()
                    ? answer.unprocessedKeys(Map.of()).build()
                    : answer.unprocessedKeys(Map.of(
                                    wanted.getKey(),
                                    KeysAndAttributes.builder()
                                            .keys(keys.subList(done, keys.size()))
                                            .build()))
                            .build();
        });
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return interference.write(() -> {
            var wanted = request.requestItems().entrySet().iterator().next();
            List<WriteRequest> writes = wanted.getValue();
            int done = interference.doneOf(writes.size());
            for (WriteRequest write : writes.subList(0, done)) {
                if (write.putRequest() != null) {
                    put(write.putRequest().item(), false);
                } else {
                    delete(key(write.deleteRequest().key()), false);
                }
            }
            List<WriteRequest> rest = interference.leftOver() ? writes.subList(done, writes.size()) : List.of();
            return BatchWriteItemResponse.builder()
                    .unprocessedItems(rest.isEmpty() ? Map.of() : Map.of(wanted.getKey(), rest))
                    .build();
        });
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
        return interference.write(() -> {
            List<Map<String, AttributeValue>> inserted =
                    request.statements().stream().map(InsertedItem::of).toList();
            int done = interference.doneOf(inserted.size());
            List<BatchStatementResponse> answers = new ArrayList<>();
            inserted.subList(0, done).forEach(item -> answers.add(insert(item)));
            while (answers.size() < inserted.size()) {
                answers.add(interference.leftOver() ? refused("ThrottlingError") : INSERTED);
            }
            return BatchExecuteStatementResponse.builder().responses(answers).build();
        });
    }

    private BatchStatementResponse insert(Map<String, AttributeValue> item) {
        if (!holds("attribute_not_exists(pk)", null, items.get(key(item)))) {
            interference.conditionFailed();
            return refused("DuplicateItem");
        }
        put(item, false);
        return INSERTED;
    }

    private static BatchStatementResponse refused(String code) {
        return BatchStatementResponse.builder()
                .error(error -> error.code(code).message(code))
                .build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return interference.write(() -> {
            requireCondition(key(request.item()), request.conditionExpression(), request.expressionAttributeValues());
            put(request.item(), false);
            return PutItemResponse.builder().build();
        });
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return interference.write(() -> {
            requireCondition(key(request.key()), request.conditionExpression(), request.expressionAttributeValues());
            delete(key(request.key()), false);
            return DeleteItemResponse.builder().build();
        });
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return interference.transaction(() -> {
            if (tokens.contains(request.clientRequestToken())) {
                return TransactWriteItemsResponse.builder().build();
            }
            requireConditions(request.transactItems());
            requireSize(
                    LARGEST_TRANSACTION,
                    request.transactItems().stream()
                            .filter(each -> each.put() != null)
                            .mapToLong(each -> ItemSize.of(each.put().item()))
                            .sum());
            for (TransactWriteItem each : request.transactItems()) {
                if (each.put() != null) {
                    put(each.put().item(), true);
                } else {
                    delete(key(each.delete().key()), true);
                }
                interference.amidTransaction();
            }
            tokens.add(request.clientRequestToken());
            return TransactWriteItemsResponse.builder().build();
        });
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {}

    private void put(Map<String, AttributeValue> given, boolean inTransaction) {
        Map<String, AttributeValue> item = interference.altered(given);
        if (item == null) {
            return;
        }
        requireSize(LARGEST_ITEM, ItemSize.of(item));
        Map<String, AttributeValue> before = items.put(key(item), Map.copyOf(item));
        meter.written(before, item, inTransaction);
        // DynamoDB writes no stream record for a put that changes nothing.
        if (!item.equals(before)) {
            writes++;
            changes.add(new InMemoryTable.Change(before == null, ItemCodec.decode(item)));
        }
    }

    private static void requireSize(long largest, long size) {
        if (size > largest) {
            throw DynamoDbException.builder()
                    .message(size + " bytes are more than " + largest)
                    .statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("ValidationException")
                            .build())
                    .build();
        }
    }

    private void delete(Key key, boolean inTransaction) {
        Map<String, AttributeValue> before = items.remove(key);
        meter.written(before, null, inTransaction);
        if (before != null) {
            writes++;
        }
    }

    private void requireCondition(Key key, @Nullable String expression, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> existing = items.get(key);
        if (!holds(expression, values, existing)) {
            interference.conditionFailed();
            throw ConditionalCheckFailedException.builder()
                    .message("The conditional request failed")
                    .statusCode(400)
                    .item(existing)
                    .build();
        }
    }

    private void requireConditions(List<TransactWriteItem> writes) {
        List<CancellationReason> reasons = new ArrayList<>();
        boolean failed = false;
        for (TransactWriteItem each : writes) {
            boolean holds = each.put() != null
                    ? holds(
                            each.put().conditionExpression(),
                            each.put().expressionAttributeValues(),
                            items.get(key(each.put().item())))
                    : holds(
                            each.delete().conditionExpression(),
                            each.delete().expressionAttributeValues(),
                            items.get(key(each.delete().key())));
            Key key = key(each.put() != null ? each.put().item() : each.delete().key());
            reasons.add(
                    holds
                            ? CancellationReason.builder().code("None").build()
                            : CancellationReason.builder()
                                    .code("ConditionalCheckFailed")
                                    .item(items.get(key))
                                    .build());
            failed |= !holds;
        }
        if (failed) {
            interference.conditionFailed();
            throw TransactionCanceledException.builder()
                    .message("Transaction cancelled")
                    .statusCode(400)
                    .cancellationReasons(reasons)
                    .build();
        }
    }

    private boolean holds(
            @Nullable String expression,
            @Nullable Map<String, AttributeValue> values,
            @Nullable Map<String, AttributeValue> existing) {
        if (expression == null || interference.ignores(expression)) {
            return true;
        }
        return switch (expression) {
            case "attribute_not_exists(pk)" -> existing == null;
            case "attribute_exists(pk)" -> existing != null;
            case "version = :expected" ->
                existing != null && values.get(":expected").equals(existing.get("version"));
            default -> throw new AssertionError("No such condition: " + expression);
        };
    }

    private static Key key(Map<String, AttributeValue> values) {
        return new Key(values.get(Key.PARTITION).s(), values.get(Key.SORT).s());
    }

    private static Map<String, AttributeValue> keyOnly(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>();
        key.put(Key.PARTITION, item.get(Key.PARTITION));
        key.put(Key.SORT, item.get(Key.SORT));
        return key;
    }
}
