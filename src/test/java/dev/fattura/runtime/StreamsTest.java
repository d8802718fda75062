package dev.fattura.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {

    private final List<String> seen = new ArrayList<>();

    /** Notes what it sees; poison cannot be worked on. */
    private void step(Item item) {
        seen.add(item.key().partition() + item.read().number("n"));
        if (item.read().flag("poison")) {
            throw new IllegalStateException("poison");
        }
    }

    @Test
    void goodRecords_areWorkedOnInOrder_andNothingIsReported() {
        StreamReply reply =
                Streams.each(batch(record("1", "a", 1), record("2", "b", 2), record("3", "a", 3)), this::step);
        assertThat(seen).containsExactly("a1", "b2", "a3");
        assertThat(reply.batchItemFailures()).isEmpty();
    }

    @Test
    void poison_stopsOnlyItsKey_andLaterRecordsOfThatKeyAreReportedToo_untouched() {
        StreamReply reply = Streams.each(
                batch(
                        record("1", "a", 1),
                        poison("2", "b", 2),
                        record("3", "a", 3),
                        record("4", "b", 4),
                        record("5", "c", 5),
                        record("6", "b", 6)),
                this::step);
        assertThat(seen).containsExactly("a1", "b2", "a3", "c5");
        assertThat(failed(reply)).containsExactly("2", "4", "6");
    }

    @Test
    void nullInABatch_isPassedOver() throws JsonProcessingException {
        StreamBatch batch =
                new ObjectMapper().readValue("{\"Records\":[null," + record("2", "a", 2) + "]}", StreamBatch.class);
        assertThat(Streams.each(batch, this::step).batchItemFailures()).isEmpty();
        assertThat(seen).containsExactly("a2");
    }

    @Test
    void recordThatIsNoItemOfOurs_isReported_andTheRestGoesOn() {
        StreamReply reply = Streams.each(
                batch(
                        "{\"eventName\":\"INSERT\",\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"x\"}},"
                                + "\"NewImage\":{\"pk\":{\"S\":\"x\"}},\"SequenceNumber\":\"1\"}}",
                        record("2", "a", 2)),
                this::step);
        assertThat(seen).containsExactly("a2");
        assertThat(failed(reply)).containsExactly("1");
    }

    @Test
    void deletions_areNoMatter() {
        StreamReply reply = Streams.each(
                batch(
                        "{\"eventName\":\"REMOVE\",\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"a\"}},\"SequenceNumber\":\"1\"}}",
                        "{\"eventName\":\"REMOVE\"}",
                        record("2", "a", 2)),
                this::step);
        assertThat(seen).containsExactly("a2");
        assertThat(reply.batchItemFailures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Records\":[]}", "{\"Records\":null}"})
    void emptyBatch_isDone(String json) {
        assertThat(Streams.each(read(json), this::step).batchItemFailures()).isEmpty();
        assertThat(Streams.together(read(json), item -> List.of(item.kind()), this::never)
                        .batchItemFailures())
                .isEmpty();
    }

    private void never(List<String> values) {
        throw new AssertionError("Nothing to sink: " + values);
    }

    @Test
    void together_handsWhatWasReadToTheSinkAtOnce_withoutWhatIsLeftOut() {
        List<List<Long>> sunk = new ArrayList<>();
        StreamReply reply = Streams.together(
                batch(record("1", "a", 1), record("2", "b", 2), record("3", "c", 3)),
                item -> number(item) == 2 ? List.of() : List.of(number(item), -number(item)),
                sunk::add);
        assertThat(sunk).containsExactly(List.of(1L, -1L, 3L, -3L));
        assertThat(reply.batchItemFailures()).isEmpty();
    }

    @Test
    void together_goesOnOneByOne_whenTheSinkFails_soThatOnlyWhatCannotBeWrittenIsReported() {
        List<Long> sunk = new ArrayList<>();
        StreamReply reply = Streams.together(
                batch(record("1", "a", 1), record("2", "b", 2), record("3", "c", 3), record("4", "b", 4)),
                item -> List.of(number(item)),
                values -> {
                    if (values.contains(2L)) {
                        throw new IllegalStateException("cannot be written");
                    }
                    sunk.addAll(values);
                });
        assertThat(sunk).containsExactly(1L, 3L);
        assertThat(failed(reply)).containsExactly("2", "4");
    }

    @Test
    void together_reportsWhatCannotBeRead_andSinksTheRest() {
        List<Long> sunk = new ArrayList<>();
        StreamReply reply = Streams.together(
                batch(record("1", "a", 1), poison("2", "b", 2), record("3", "b", 3), record("4", "c", 4)),
                item -> {
                    if (item.read().flag("poison")) {
                        throw new IllegalStateException("poison");
                    }
                    return List.of(number(item));
                },
                sunk::addAll);
        assertThat(sunk).containsExactly(1L, 4L);
        assertThat(failed(reply)).containsExactly("2", "3");
    }

    @Test
    void image_isTheItemThatTheTableHas() {
        List<Item> items = new ArrayList<>();
        Streams.each(
                batch(
                        """
                        {"eventID":"e","eventName":"MODIFY","eventVersion":"1.1","awsRegion":"eu-west-1",
                         "dynamodb":{"ApproximateCreationDateTime":1.76E9,"Keys":{"pk":{"S":"p"},"sk":{"S":"s"}},
                          "NewImage":{"pk":{"S":"p"},"sk":{"S":"s"},"kind":{"S":"test"},"n":{"N":"-5"},"yes":{"BOOL":true},
                           "list":{"L":[{"M":{"a":{"S":"1"}}}]},"map":{"M":{"deep":{"M":{"x":{"N":"9223372036854775807"}}}}}},
                          "OldImage":{"pk":{"S":"p"},"sk":{"S":"s"}},"SequenceNumber":"1","SizeBytes":9,
                          "StreamViewType":"NEW_AND_OLD_IMAGES"},
                         "eventSourceARN":"arn:aws:dynamodb:eu-west-1:123456789012:table/office/stream/x"}
                        """),
                items::add);
        assertThat(items)
                .containsExactly(Item.of(new Key("p", "s"), "test")
                        .number("n", -5)
                        .flag("yes", true)
                        .list("list", List.of(Map.of("a", "1")))
                        .map("map", Map.of("deep", Map.of("x", Long.MAX_VALUE)))
                        .build());
    }

    @Test
    void reply_isWhatLambdaReads() throws JsonProcessingException {
        StreamReply reply = Streams.each(
                batch(poison("49590338271490256608559692538361571095921575989136588898", "a", 1)), this::step);
        assertThat(new ObjectMapper().writeValueAsString(reply))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":"
                        + "\"49590338271490256608559692538361571095921575989136588898\"}]}");
    }

    private static Long number(Item item) {
        return item.read().number("n");
    }

    private static List<String> failed(StreamReply reply) {
        return reply.batchItemFailures().stream()
                .map(StreamReply.Failure::itemIdentifier)
                .toList();
    }

    private static String record(String sequence, String key, int number) {
        return record(sequence, key, number, false);
    }

    private static String poison(String sequence, String key, int number) {
        return record(sequence, key, number, true);
    }

    private static String record(String sequence, String key, int number, boolean poison) {
        String keys = "\"pk\":{\"S\":\"" + key + "\"},\"sk\":{\"S\":\"s\"}";
        return """
                {"eventName":"INSERT","dynamodb":{"Keys":{%s},
                 "NewImage":{%s,"kind":{"S":"test"},"n":{"N":"%d"},"poison":{"BOOL":%b}},"SequenceNumber":"%s"}}
                """
                .formatted(keys, keys, number, poison, sequence);
    }

    private static StreamBatch batch(String... records) {
        return read("{\"Records\":[" + String.join(",", records) + "]}");
    }

    private static StreamBatch read(String json) {
        try {
            return new ObjectMapper().readValue(json, StreamBatch.class);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
