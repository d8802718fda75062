package dev.fattura.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** What a pass over a stream says when its shards begin, end and have to be opened again, on a stream that does so when told. */
class ShardReaderTest {
    private final ShardedStream stream = new ShardedStream();
    private final ShardReader reader = new ShardReader(stream, "arn", Checkpoints.forgotten());

    @Test
    void nothing_meansNothing_whenAnOpenShardIsEmpty() {
        stream.begin("first", Optional.empty());

        assertThat(reader.read()).isEqualTo(new ShardReader.Pass(List.of(), true));
    }

    @Test
    void stream_isLookedAtAgain_untilItHasAShard() {
        assertThat(reader.read()).isEqualTo(new ShardReader.Pass(List.of(), false));

        stream.begin("first", Optional.empty());
        stream.put("first", "1");

        assertThat(numbers(reader.read())).containsExactly("1");
    }

    @Test
    void child_isReadAfterItsParent_andThePassBetweenThemIsNotWhole() {
        stream.begin("first", Optional.empty());
        stream.put("first", "1");
        stream.begin("second", Optional.of("first"));
        stream.put("second", "3");
        assertThat(numbers(reader.read())).containsExactly("1");
        stream.put("first", "2");
        assertThat(numbers(reader.read())).containsExactly("2");

        stream.end("first");

        assertThat(reader.read()).isEqualTo(new ShardReader.Pass(List.of(), false));
        assertThat(numbers(reader.read())).containsExactly("3");
        assertThat(reader.read()).isEqualTo(new ShardReader.Pass(List.of(), true));
    }

    @Test
    void expiredIterator_goesOnWhereItWas_andItsPassIsNotWhole() {
        stream.begin("first", Optional.empty());
        stream.put("first", "1");
        assertThat(numbers(reader.read())).containsExactly("1");
        stream.put("first", "2");

        stream.expireIterators();

        assertThat(reader.read()).isEqualTo(new ShardReader.Pass(List.of(), false));
        assertThat(numbers(reader.read())).containsExactly("2");
    }

    @Test
    void trimmedShard_isReadFromItsOldest_andItsPassIsNotWhole() {
        stream.begin("first", Optional.empty());
        stream.put("first", "1");
        assertThat(numbers(reader.read())).containsExactly("1");
        stream.put("first", "2");
        stream.put("first", "3");

        stream.trim("first", "2");

        assertThat(reader.read()).isEqualTo(new ShardReader.Pass(List.of(), false));
        assertThat(numbers(reader.read())).containsExactly("3");
    }

    private static List<String> numbers(ShardReader.Pass pass) {
        return pass.portions().stream()
                .flatMap(portion -> portion.records().stream())
                .map(Record::dynamodb)
                .map(change -> change.sequenceNumber())
                .toList();
    }
}
