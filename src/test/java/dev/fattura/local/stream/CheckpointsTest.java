package dev.fattura.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of a stream while the local cloud is down. */
class CheckpointsTest {

    @TempDir
    Path folder;

    @Test
    void positions_areNone_whereNothingWasCarried() throws IOException {
        assertThat(Checkpoints.in(folder.resolve("new"), "write-back").positions())
                .isEmpty();
    }

    @Test
    void positions_areTheLastOfEachShard_afterAnotherStart() throws IOException {
        Checkpoints checkpoints = Checkpoints.in(folder, "write-back");
        checkpoints.reached("shardId-1", "00001");
        checkpoints.reached("shardId-2", "00007");
        checkpoints.reached("shardId-1", "00003");

        assertThat(Checkpoints.in(folder, "write-back").positions())
                .isEqualTo(Map.of("shardId-1", "00003", "shardId-2", "00007"));
        assertThat(Checkpoints.in(folder, "sync-header").positions()).isEmpty();
    }

    @Test
    void positions_areGone_afterAnotherStart_whereNoneAreKept() {
        Checkpoints checkpoints = Checkpoints.forgotten();
        checkpoints.reached("shardId-1", "00001");

        assertThat(checkpoints.positions()).isEqualTo(Map.of("shardId-1", "00001"));
        assertThat(Checkpoints.forgotten().positions()).isEmpty();
    }

    @Test
    void positions_areThoseBefore_whenAWriteWasCutOff() throws IOException {
        Checkpoints.in(folder, "write-back").reached("shardId-1", "00001");
        Files.writeString(folder.resolve("write-back.next"), "shardId-1 000");

        assertThat(Checkpoints.in(folder, "write-back").positions()).isEqualTo(Map.of("shardId-1", "00001"));
    }

    @Test
    void pumpStops_whereCheckpointsCannotBeKept() throws IOException {
        Path gone = folder.resolve("gone");
        Checkpoints checkpoints = Checkpoints.in(gone, "write-back");
        Files.delete(gone);

        assertThatThrownBy(() -> checkpoints.reached("shardId-1", "00001"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("write-back");
    }
}
