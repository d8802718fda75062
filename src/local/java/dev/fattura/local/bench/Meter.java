package dev.fattura.local.bench;

import dev.fattura.store.ItemSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Counts the capacity units of the requests that the application really sends, by DynamoDB's rules, since DynamoDB Local miscounts
 * transactions: a write unit for each KB, twice that in a transaction; a read unit for each 4 KB, all reads being strongly consistent. What
 * is deleted is taken for an item of at most 1 KB, as all items are that the application deletes.
 */
public final class Meter implements ExecutionInterceptor {
    private static final long WRITE = 1024;
    private static final long READ = 4096;

    /** So few that they are nothing in the heap that is measured. */
    private static final int MOST_SAMPLES = 100;

    private static final Map<String, Count> COUNTS = new ConcurrentHashMap<>();
    private static volatile String step = "";

    /** What a step has written and read. */
    static final class Count {
        private final LongAdder writeUnits = new LongAdder();
        private final LongAdder readUnits = new LongAdder();
        private final LongAdder items = new LongAdder();
        private final List<Map<String, AttributeValue>> samples = new ArrayList<>();
        private final Random dice = new Random(1);

        long writeUnits() {
            return writeUnits.sum();
        }

        long readUnits() {
            return readUnits.sum();
        }

        long items() {
            return items.sum();
        }

        /** Some of the items that were put, each as likely as any other; none only where nothing was put. */
        synchronized List<Map<String, AttributeValue>> samples() {
            return List.copyOf(samples);
        }

        private synchronized void put(Map<String, AttributeValue> item) {
            items.increment();
            if (samples.size() < MOST_SAMPLES) {
                samples.add(item);
                return;
            }
            int place = dice.nextInt((int) items.sum());
            if (place < MOST_SAMPLES) {
                samples.set(place, item);
            }
        }
    }

    /** What is counted from now on belongs to that step. */
    static void step(String name) {
        step = name;
    }

    static Count count(String name) {
        return COUNTS.computeIfAbsent(name, any -> new Count());
    }

    static void clear() {
        COUNTS.clear();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Count count = count(step);
        written(context.request(), count);
        read(context.request(), context.response(), count);
    }

    private static void written(SdkRequest request, Count count) {
        if (request instanceof PutItemRequest put) {
            put(put.item(), 1, count);
        } else if (request instanceof DeleteItemRequest) {
            count.writeUnits.increment();
        } else if (request instanceof BatchWriteItemRequest batch) {
            batch.requestItems().values().forEach(writes -> writes.forEach(write -> written(write, count)));
        } else if (request instanceof BatchExecuteStatementRequest inserts) {
            inserts.statements().forEach(statement -> put(InsertedItem.of(statement), 1, count));
        } else if (request instanceof TransactWriteItemsRequest transaction) {
            transaction.transactItems().forEach(write -> written(write, count));
        }
    }

    private static void written(WriteRequest write, Count count) {
        if (write.putRequest() == null) {
            count.writeUnits.increment();
        } else {
            put(write.putRequest().item(), 1, count);
        }
    }

    private static void written(TransactWriteItem write, Count count) {
        if (write.put() == null) {
            count.writeUnits.add(2);
        } else {
            put(write.put().item(), 2, count);
        }
    }

    private static void put(Map<String, AttributeValue> item, int factor, Count count) {
        long bytes = ItemSize.of(item);
        count.writeUnits.add(factor * Math.max(1, (bytes + WRITE - 1) / WRITE));
        count.put(item);
    }

    /** What is asked for and not there is paid for like the smallest item. */
    private static void read(SdkRequest request, SdkResponse response, Count count) {
        if (response instanceof GetItemResponse one) {
            count.readUnits.add(units(ItemSize.of(one.item())));
        } else if (request instanceof BatchGetItemRequest asked && response instanceof BatchGetItemResponse batch) {
            long missing = keys(asked.requestItems()) - keys(batch.unprocessedKeys());
            for (List<Map<String, AttributeValue>> items : batch.responses().values()) {
                items.forEach(item -> count.readUnits.add(units(ItemSize.of(item))));
                missing -= items.size();
            }
            count.readUnits.add(missing);
        } else if (response instanceof QueryResponse query) {
            count.readUnits.add(
                    units(query.items().stream().mapToLong(ItemSize::of).sum()));
        }
    }

    private static long keys(Map<String, KeysAndAttributes> tables) {
        return tables.values().stream().mapToLong(keys -> keys.keys().size()).sum();
    }

    private static long units(long bytes) {
        return Math.max(1, (bytes + READ - 1) / READ);
    }
}
