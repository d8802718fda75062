package dev.fattura.simulation;

import dev.fattura.store.ReceiptItem;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How many items each function has written, receipts left out, which every command leaves; what each has done to the tables, in the words
 * of a policy; and which routes were answered.
 */
final class Calls {

    private final ThreadLocal<String> running = new ThreadLocal<>();
    private final Map<String, Long> writes = new TreeMap<>();
    private final Set<String> actions = new TreeSet<>();
    private final Set<String> answered = new TreeSet<>();

    /** Runs a function. */
    <T> T during(String function, Supplier<T> work) {
        running.set(function);
        try {
            return work.get();
        } finally {
            running.remove();
        }
    }

    /** An item of that kind is put, by the function that runs on this thread. */
    void put(String kind) {
        String function = running.get();
        if (function != null && !kind.equals(ReceiptItem.KIND)) {
            writes.merge(function, 1L, Long::sum);
        }
    }

    long writesOf(String function) {
        return writes.getOrDefault(function, 0L);
    }

    /** The client of a table of the template, through which it is noted what functions do to it. */
    DynamoDbClient noted(String table, DynamoDbClient client) {
        return new NotedDynamoDb(client, action -> {
            String function = running.get();
            if (function != null) {
                actions.add(function + " " + table + " " + action);
            }
        });
    }

    /** What was done so far: {@code show-company FinanceTable dynamodb:GetItem}. */
    Set<String> actions() {
        return actions;
    }

    /** A request of that route is answered, and not refused. */
    void answered(String route) {
        answered.add(route);
    }

    /** Those of the routes of which no request was answered. */
    Set<String> unanswered(Set<String> routes) {
        Set<String> unanswered = new TreeSet<>(routes);
        unanswered.removeAll(answered);
        return unanswered;
    }

    /** Those of the functions that have written nothing. */
    Set<String> silent(Set<String> functions) {
        Set<String> silent = new TreeSet<>(functions);
        silent.removeAll(writes.keySet());
        return silent;
    }
}
