package dev.fattura.local.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Records for the tests of the batch rules; their numbers count from 1. */
final class Records {
    static final Instant CREATED = Instant.parse("2026-01-31T12:00:00Z");

    private Records() {}

    static StreamRecord record(int number, Instant created) {
        return new StreamRecord(Integer.toString(number), created, JsonNodeFactory.instance.objectNode());
    }

    static List<StreamRecord> records(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> record(number, CREATED))
                .toList();
    }
}
