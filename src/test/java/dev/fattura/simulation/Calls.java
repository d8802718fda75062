package dev.fattura.simulation;

import dev.fattura.store.ReceiptItem;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** How many items each function has written; receipts, which every command leaves, do not count. */
final class Calls {

    private final ThreadLocal<String> running = new ThreadLocal<>();
    private final Map<String, Long> writes = new TreeMap<>();

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

    /** Those of the functions that have written nothing. */
    Set<String> silent(Set<String> functions) {
        Set<String> silent = new TreeSet<>(functions);
        silent.removeAll(writes.keySet());
        return silent;
    }
}
