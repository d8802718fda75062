package dev.fattura.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The share of one processor that Lambda gives with so much memory, by the control groups of Linux; it takes root. */
final class CpuShare implements AutoCloseable {

    /** Megabytes with which Lambda gives one whole processor. */
    static final int WHOLE = 1_769;

    /** Microseconds, in each of which the share may be used up. */
    private static final long PERIOD = 20_000;

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final boolean UNIFIED = Files.exists(ROOT.resolve("cgroup.controllers"));

    private final Path group;

    private CpuShare(Path group) {
        this.group = group;
    }

    static CpuShare of(int megabytes) throws IOException {
        Path group = (UNIFIED ? ROOT : ROOT.resolve("cpu")).resolve("fattura-" + megabytes);
        Files.createDirectories(group);
        long quota = PERIOD * megabytes / WHOLE;
        if (UNIFIED) {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD);
        } else {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Long.toString(PERIOD));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(quota));
        }
        return new CpuShare(group);
    }

    /** The same command, in this share from its first instruction on. */
    List<String> command(List<String> command) {
        List<String> limited = new ArrayList<>(
                List.of("sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + "; exec \"$@\"", "sh"));
        limited.addAll(command);
        return limited;
    }

    @Override
    public void close() throws IOException {
        Files.delete(group);
    }
}
