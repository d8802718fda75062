package dev.fattura.coldstart;

import dev.fattura.local.TextTable;
import dev.fattura.support.CloudTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a memory size of Lambda means for {@code confirm-invoice} natively: the processor that comes with it, the time of the first answer and
 * of later ones, and what a million of each cost. {@code -Dfattura.memory=10} says how often each is started. Linux, as root.
 */
@EnabledIfSystemProperty(named = "fattura.memory", matches = "\\d+")
class MemoryBenchmark {

    private static final Path BUILD = Path.of(System.getProperty("fattura.build", "target"));
    private static final List<Integer> MEGABYTES = List.of(128, 256, 512, 1_024, CpuShare.WHOLE);
    private static final int LATER = 20;

    /** US dollars for a GB-second on arm64, and for a request. */
    private static final double GIGABYTE_SECOND = 0.0000133334;

    private static final double REQUEST = 0.0000002;

    @TempDir
    private Path scratch;

    @Test
    void confirmInvoice_withTheProcessorOfEachMemorySize() throws IOException, InterruptedException {
        int times = Integer.getInteger("fattura.memory");
        Contestant function = Contestant.nativeOf(BUILD.resolve("native")).orElseThrow();
        CloudTables tables = new CloudTables();
        try {
            Map<String, String> environment = ColdStartBenchmark.environment(tables.start());
            Drafts.make(environment, times * MEGABYTES.size() * (1 + LATER));
            TextTable table = new TextTable(
                    ">MB",
                    ">of a processor",
                    ">first answer, p50 ms",
                    ">later answer, p50 ms",
                    ">p99 ms",
                    ">resident MB",
                    ">a million first, USD",
                    ">later, USD");
            for (int megabytes : MEGABYTES) {
                table.row(row(megabytes, measured(function, megabytes, times, environment)));
            }
            System.out.println(table);
        } finally {
            tables.stop();
        }
    }

    private List<ColdProcess.Seen> measured(
            Contestant function, int megabytes, int times, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<ColdProcess.Seen> seen = new ArrayList<>();
        try (CpuShare share = CpuShare.of(megabytes)) {
            for (int time = 0; time < times; time++) {
                List<String> events =
                        Stream.generate(Drafts::confirmNext).limit(1 + LATER).toList();
                ColdProcess.Seen one = ColdProcess.run(
                        share.command(function.command()),
                        environment,
                        events,
                        Files.createTempFile(scratch, "memory", ".log").toFile());
                ColdStartBenchmark.requireConfirmed(megabytes + " MB", one);
                seen.add(one);
            }
        }
        return seen;
    }

    private static String[] row(int megabytes, List<ColdProcess.Seen> seen) {
        Percentiles first =
                new Percentiles(seen.stream().map(ColdProcess.Seen::nanos).toList());
        Percentiles later = new Percentiles(
                seen.stream().flatMap(one -> one.later().stream()).toList());
        long resident = seen.stream()
                .mapToLong(ColdProcess.Seen::residentKilobytes)
                .max()
                .orElseThrow();
        return new String[] {
            Integer.toString(megabytes),
            Percentiles.one(100.0 * megabytes / CpuShare.WHOLE) + " %",
            first.text(50),
            later.text(50),
            later.text(99),
            Percentiles.one(resident / 1024.0),
            million(megabytes, first.of(50)),
            million(megabytes, later.of(50))
        };
    }

    /** What a million calls of so many milliseconds cost; Lambda counts whole ones. */
    private static String million(int megabytes, double millis) {
        double each = REQUEST + Math.ceil(millis) / 1_000 * megabytes / 1_024 * GIGABYTE_SECOND;
        return String.format(Locale.ROOT, "%.2f", each * 1e6);
    }
}
