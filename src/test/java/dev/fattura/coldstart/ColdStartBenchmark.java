package dev.fattura.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.artifact.JvmBootstrap;
import dev.fattura.local.TextTable;
import dev.fattura.support.CloudTables;
import dev.fattura.support.TlsFront;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of the process to the first answer of {@code confirm-invoice}, which confirms an invoice in DynamoDB Local: the
 * artifacts that are built, beside a plain Java Lambda that does the same. Asserts that each really confirmed, and no time.
 *
 * <p>{@code -Dfattura.coldstart=20} says how often each is started; they take turns, so that what else the machine does befalls all.
 */
@EnabledIfSystemProperty(named = "fattura.coldstart", matches = "\\d+")
class ColdStartBenchmark {

    private static final Path BUILD = Path.of(System.getProperty("fattura.build", "target"));

    /** So many until the front has compiled its half of them. */
    private static final int HANDSHAKES = 500;

    @TempDir
    private Path scratch;

    @Test
    void confirmInvoice_fromTheStartOfTheProcess() throws IOException, InterruptedException {
        int times = Integer.getInteger("fattura.coldstart");
        CloudTables tables = new CloudTables();
        Map<String, String> environment = environment(tables.start());
        try (TlsFront store =
                TlsFront.before(URI.create(environment.get("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE")), scratch)) {
            store.warmUp(HANDSHAKES);
            List<Contestant> contestants = contestants(store);
            Drafts.make(environment, (times + 1) * (contestants.size() + 2));
            print(contestants, measured(contestants, times, environment));
            printAfterStart(times, environment);
        } finally {
            tables.stop();
        }
    }

    private List<Contestant> contestants(TlsFront store) throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        Contestant.nativeOf(BUILD.resolve("native")).ifPresent(executable -> {
            contestants.add(executable);
            contestants.add(executable.overTls(store));
        });
        contestants.addAll(Contestant.ofJvm(BUILD, scratch));
        return contestants;
    }

    private Map<Contestant, List<ColdProcess.Seen>> measured(
            List<Contestant> contestants, int times, Map<String, String> environment)
            throws IOException, InterruptedException {
        Map<Contestant, List<ColdProcess.Seen>> seen = new HashMap<>();
        // The first round fills the caches of the machine and writes the archive; it does not count.
        for (int round = 0; round <= times; round++) {
            for (Contestant contestant : contestants) {
                ColdProcess.Seen one = ColdProcess.run(
                        round == 0 ? contestant.recording().command() : contestant.command(),
                        environment,
                        List.of(Drafts.confirmNext()),
                        Files.createTempFile(scratch, "cold", ".log").toFile());
                requireConfirmed(contestant.name(), one);
                if (round > 0) {
                    seen.computeIfAbsent(contestant, any -> new ArrayList<>()).add(one);
                }
            }
        }
        return seen;
    }

    static void requireConfirmed(String name, ColdProcess.Seen seen) {
        assertThat(seen.answers())
                .as(name)
                .allMatch(answer -> answer.contains("\\\"status\\\":\\\"confirmed\\\""))
                // Who confirms nothing is fast.
                .noneMatch(answer -> answer.contains("\\\"billedSales\\\":{\\\"count\\\":0"));
    }

    /** What a snapshot spares is left out: from when a process that is up has an event to when it has the answer. */
    private void printAfterStart(int times, Map<String, String> environment) throws IOException, InterruptedException {
        TextTable table = new TextTable("JVM after its start", ">first request, p50 ms", ">max ms");
        for (boolean primed : List.of(false, true)) {
            List<Long> nanos = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                Path log = Files.createTempFile(scratch, "started", ".log");
                ColdProcess.Seen one = ColdProcess.run(
                        Contestant.started(BUILD, scratch, primed),
                        environment,
                        List.of(Drafts.confirmNext()),
                        log.toFile());
                requireConfirmed("started", one);
                nanos.add(JvmBootstrap.handled(Files.readString(log)));
            }
            Percentiles percentiles = new Percentiles(nanos);
            table.row(primed ? "primed" : "not primed", percentiles.text(50), percentiles.text(100));
        }
        System.out.println(table);
    }

    private static void print(List<Contestant> contestants, Map<Contestant, List<ColdProcess.Seen>> seen)
            throws IOException {
        TextTable table = new TextTable(
                "function", ">p50 ms", ">p90 ms", ">max ms", ">plain Java / it", ">resident MB", ">zip MB");
        double plain = times(seen.get(contestants.get(contestants.size() - 1))).of(50);
        for (Contestant contestant : contestants) {
            List<ColdProcess.Seen> runs = seen.get(contestant);
            Percentiles times = times(runs);
            long resident = runs.stream()
                    .mapToLong(ColdProcess.Seen::residentKilobytes)
                    .max()
                    .orElseThrow();
            table.row(
                    contestant.name(),
                    times.text(50),
                    times.text(90),
                    times.text(100),
                    Percentiles.one(plain / times.of(50)),
                    Percentiles.one(resident / 1024.0),
                    contestant.zip().isPresent()
                            ? Percentiles.one(Files.size(contestant.zip().get()) / 1e6)
                            : "");
        }
        System.out.println(table);
    }

    private static Percentiles times(List<ColdProcess.Seen> runs) {
        return new Percentiles(runs.stream().map(ColdProcess.Seen::nanos).toList());
    }

    /** As an environment gives them: in capitals, with underscores. */
    static Map<String, String> environment(Map<String, String> configuration) {
        Map<String, String> environment = new HashMap<>();
        configuration.forEach((name, value) ->
                environment.put(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
        assertThat(environment).containsKey("FATTURA_OFFICE_TABLE");
        return environment;
    }
}
