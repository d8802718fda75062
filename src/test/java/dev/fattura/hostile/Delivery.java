package dev.fattura.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.local.FunctionError;
import dev.fattura.local.Functions;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.QueueBatch;
import dev.fattura.runtime.StreamBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * What became of an event.
 *
 * @param answer of the function, or null if it gave none
 * @param thrown by the function, or null
 */
record Delivery(Attack attack, JsonNode answer, Throwable thrown, long nanos) {

    private static final ObjectMapper BINDER = new ObjectMapper();

    /** Hands the event over; the clock counts nanoseconds. */
    static Delivery of(Attack attack, Functions functions, LongSupplier clock) {
        byte[] bytes = attack.bytes();
        long start = clock.getAsLong();
        try {
            byte[] answer = functions.invoke(attack.valid().function(), bytes);
            long nanos = clock.getAsLong() - start;
            return new Delivery(attack, Json.read(new String(answer, StandardCharsets.UTF_8)), null, nanos);
        } catch (FunctionError failed) {
            return new Delivery(attack, null, failed.getCause(), clock.getAsLong() - start);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError failed) {
            return new Delivery(attack, null, failed, clock.getAsLong() - start);
        }
    }

    /** Whether the event was none that could be read, so that the function was never called, or with nothing. */
    boolean unreadable() {
        return thrown != null && attack.broken() && !isReadable(attack);
    }

    boolean isReply() {
        return answer != null && answer.has("statusCode");
    }

    int status() {
        return isReply() ? answer.get("statusCode").asInt() : 0;
    }

    boolean refused() {
        return status() >= 400;
    }

    /** How many records of a batch failed. */
    int failures() {
        return answer == null ? 0 : answer.path("batchItemFailures").size();
    }

    /** In a word, for a table. */
    String outcome() {
        if (unreadable()) {
            return "unreadable";
        }
        return isReply() ? Integer.toString(status()) : failures() > 0 ? "records failed" : "records taken";
    }

    private static Class<?> type(Shape shape) {
        return switch (shape) {
            case HTTP, SCHEDULE -> Invocation.class;
            case STREAM -> StreamBatch.class;
            case QUEUE -> QueueBatch.class;
        };
    }

    private static boolean isReadable(Attack attack) {
        try {
            return BINDER.readValue(attack.bytes(), type(attack.valid().shape())) != null;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
