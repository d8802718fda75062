package dev.fattura.coldstart;

import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.contract.ApproveTransactions;
import dev.fattura.local.TextTable;
import dev.fattura.proforma.DraftInvoice;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.Patience;
import dev.fattura.support.CloudTables;
import dev.fattura.support.Events;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * From the start of the process to the first answer of {@code confirm-invoice}, which confirms an invoice in DynamoDB Local: the
 * artifacts that are built, beside a plain Java Lambda that does the same. Asserts that each really confirmed, and no time.
 *
 * <p>{@code -Dfattura.coldstart=20} says how often each is started; they take turns, so that what else the machine does befalls all.
 */
@EnabledIfSystemProperty(named = "fattura.coldstart", matches = "\\d+")
class ColdStartBenchmark {

    private static final Path BUILD = Path.of(System.getProperty("fattura.build", "target"));

    @TempDir
    private Path scratch;

    @Test
    void confirmInvoice_fromTheStartOfTheProcess() throws IOException, InterruptedException {
        int times = Integer.getInteger("fattura.coldstart");
        List<Contestant> contestants = new ArrayList<>();
        Contestant.nativeOf(BUILD.resolve("native")).ifPresent(contestants::add);
        contestants.addAll(Contestant.ofJvm(BUILD, scratch));
        CloudTables tables = new CloudTables();
        try {
            Map<String, String> environment = environment(tables.start());
            drafts(environment, (times + 1) * contestants.size());
            print(contestants, measured(contestants, times, environment));
        } finally {
            tables.stop();
        }
    }

    private Map<Contestant, List<ColdProcess.Seen>> measured(
            List<Contestant> contestants, int times, Map<String, String> environment)
            throws IOException, InterruptedException {
        Map<Contestant, List<ColdProcess.Seen>> seen = new HashMap<>();
        int invoice = 0;
        // The first round fills the caches of the machine and writes the archive; it does not count.
        for (int round = 0; round <= times; round++) {
            for (Contestant contestant : contestants) {
                invoice++;
                ColdProcess.Seen one = ColdProcess.run(
                        round == 0 ? contestant.recording().command() : contestant.command(),
                        environment,
                        event(invoice),
                        Files.createTempFile(scratch, "cold", ".log").toFile());
                assertThat(one.answer()).as(contestant.name()).contains("\\\"status\\\":\\\"confirmed\\\"");
                if (round > 0) {
                    seen.computeIfAbsent(contestant, any -> new ArrayList<>()).add(one);
                }
            }
        }
        return seen;
    }

    private static void print(List<Contestant> contestants, Map<Contestant, List<ColdProcess.Seen>> seen)
            throws IOException {
        TextTable table = new TextTable(
                "function", ">p50 ms", ">p90 ms", ">max ms", ">plain Java / it", ">resident MB", ">zip MB");
        double plain = percentile(seen.get(contestants.get(contestants.size() - 1)), 50);
        for (Contestant contestant : contestants) {
            List<ColdProcess.Seen> runs = seen.get(contestant);
            long resident = runs.stream()
                    .mapToLong(ColdProcess.Seen::residentKilobytes)
                    .max()
                    .orElseThrow();
            table.row(
                    contestant.name(),
                    one(percentile(runs, 50)),
                    one(percentile(runs, 90)),
                    one(percentile(runs, 100)),
                    one(plain / percentile(runs, 50)),
                    one(resident / 1024.0),
                    contestant.zip().isPresent()
                            ? one(Files.size(contestant.zip().get()) / 1e6)
                            : "");
        }
        System.out.println(table);
    }

    private static double percentile(List<ColdProcess.Seen> runs, int percent) {
        long[] sorted =
                runs.stream().mapToLong(ColdProcess.Seen::nanos).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String event(int invoice) {
        return Events.recorded("http/confirm-invoice")
                .replace("INV-1001", "INV-" + invoice)
                .replace("confirm-inv-1001", "confirm-" + invoice)
                .replace("\\\"2\\\"", "\\\"1\\\"");
    }

    /** Drafts of one line each, made by the application's own use cases and copied into the database. */
    private static void drafts(Map<String, String> environment, int count) {
        InMemoryTable office = OfficeExamples.office();
        for (int invoice = 1; invoice <= count; invoice++) {
            new ApproveTransactions(office)
                    .approve(
                            List.of(OfficeExamples.time("TE-" + invoice)),
                            OfficeExamples.remembered("approval" + invoice));
            new DraftInvoice(office)
                    .draft(
                            OfficeExamples.fromBacklog("INV-" + invoice, JANUARY_31),
                            OfficeExamples.remembered("draft" + invoice));
        }
        try (DynamoDbClient client = dev.fattura.local.LocalClients.dynamoDb(
                URI.create(environment.get("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE")))) {
            new DynamoTable(client, environment.get("FATTURA_OFFICE_TABLE"), Patience.sleeping())
                    .putAll(List.copyOf(office.contents().values()));
        }
    }

    private static Map<String, String> environment(Map<String, String> configuration) {
        Map<String, String> environment = new HashMap<>();
        configuration.forEach((name, value) ->
                environment.put(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
        assertThat(environment).containsKey("FATTURA_OFFICE_TABLE");
        return environment;
    }
}
