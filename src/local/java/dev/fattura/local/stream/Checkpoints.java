package dev.fattura.local.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far each shard was carried to one function: what an event source mapping of Lambda remembers by itself. A checkpoint is behind
 * what was delivered, never ahead of it, so what a crash interrupts is delivered again and nothing is left out. Used by one thread.
 */
public final class Checkpoints {

    private static final String BETWEEN = " ";

    private final @Nullable Path file;
    private final Map<String, String> reached = new TreeMap<>();

    private Checkpoints(@Nullable Path file) {
        this.file = file;
    }

    /** Those of a database that is gone when the local cloud ends. */
    public static Checkpoints forgotten() {
        return new Checkpoints(null);
    }

    /**
     * Those in the file of a mapping, beside a database on disk.
     *
     * @throws IOException if the file is there and cannot be read, or its folder cannot be made
     */
    public static Checkpoints in(Path folder, String mapping) throws IOException {
        Checkpoints checkpoints =
                new Checkpoints(Files.createDirectories(folder).resolve(mapping));
        checkpoints.read();
        return checkpoints;
    }

    /** The last sequence number that was delivered or given up, of each shard. */
    Map<String, String> positions() {
        return Map.copyOf(reached);
    }

    /** Everything of that shard up to that sequence number has been delivered or given up. */
    void reached(String shardId, String sequenceNumber) {
        reached.put(shardId, sequenceNumber);
        if (file != null) {
            write(file);
        }
    }

    private void read() throws IOException {
        if (file == null || Files.notExists(file)) {
            return;
        }
        for (String line : Files.readAllLines(file)) {
            int between = line.indexOf(BETWEEN);
            reached.put(line.substring(0, between), line.substring(between + 1));
        }
    }

    /** The file is the old one or the new one, wherever the process ends. */
    private void write(Path target) {
        StringBuilder lines = new StringBuilder();
        reached.forEach((shard, number) ->
                lines.append(shard).append(BETWEEN).append(number).append('\n'));
        Path next = target.resolveSibling(target.getFileName() + ".next");
        try {
            Files.writeString(next, lines);
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("The checkpoints of a stream cannot be kept in " + target, failure);
        }
    }
}
