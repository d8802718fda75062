package dev.fattura.faults;

import dev.fattura.local.DynamoDbLocal;
import dev.fattura.local.LocalClients;
import dev.fattura.local.template.Template;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Database, proxy and worker, each a thing of its own. Whoever asks for its address when the worker is dead starts it again. */
final class Cloud implements AutoCloseable {

    private static final Path BUILD = Path.of(System.getProperty("fattura.build", "target"));

    /** More than any run has kills one after another while the worker starts. */
    private static final int MOST_FAILED_STARTS = 100;

    /** Where the clock of the functions begins, whatever day it is: some of their dates are those of the day. */
    private static final Instant MORNING = Instant.parse("2026-06-01T00:00:00Z");

    /** A run that was killed counts as under way for so long; nobody wants to wait for it here. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

    /** Nothing is started while something ends. */
    private final Object ending = new Object();

    private final Optional<Path> data;
    private final Duration timeout;
    private final StoreProxy proxy;
    private volatile DynamoDbLocal database;
    private volatile boolean databaseGone;
    private volatile Process worker;
    private BufferedReader says;
    private URI address;
    private String run;
    private Duration ahead = Duration.ZERO;
    private int starts;
    private int failedStarts;

    private Cloud(Optional<Path> data, Duration timeout, DynamoDbLocal database) throws IOException {
        this.data = data;
        this.timeout = timeout;
        this.database = database;
        this.proxy = StoreProxy.before(database.endpoint());
    }

    /** @param data folder of the database, none for one in memory; {@code timeout} of the functions' client of the store */
    static Cloud start(Optional<Path> data, Duration timeout) throws IOException, InterruptedException {
        return new Cloud(data, timeout, DynamoDbLocal.start(DynamoDbLocal.directoryOfBuild(), data));
    }

    StoreProxy proxy() {
        return proxy;
    }

    /** How often a worker was started. */
    int starts() {
        return starts;
    }

    /** Goes on with empty tables, in the morning. */
    void use(String otherRun) throws IOException, InterruptedException {
        run = otherRun;
        ahead = Duration.between(Instant.now(), MORNING);
        address = null;
        if (worker != null && worker.isAlive()) {
            order();
        }
        address();
    }

    /** Where the worker answers; it is started first if it is not there. */
    URI address() throws IOException, InterruptedException {
        while (address == null || !worker.isAlive()) {
            if (worker == null || !worker.isAlive()) {
                synchronized (ending) {
                    restart();
                }
            }
            String line = says.readLine();
            address = line == null ? null : URI.create(line);
            failedStarts = line == null ? failedStarts + 1 : 0;
            if (failedStarts > MOST_FAILED_STARTS) {
                throw new IllegalStateException("The worker does not start; see faults/worker.log of the build");
            }
        }
        return address;
    }

    private void restart() throws IOException, InterruptedException {
        if (databaseGone) {
            database = DynamoDbLocal.start(DynamoDbLocal.directoryOfBuild(), data);
            databaseGone = false;
            proxy.forwardTo(database.endpoint());
        }
        starts++;
        ahead = ahead.plus(LONGEST_RUN);
        Path log = Files.createDirectories(BUILD.resolve("faults")).resolve("worker.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                proxy.address().toString(),
                database.endpoint().toString(),
                Long.toString(timeout.toMillis())));
        data.ifPresent(folder -> command.add(folder.resolve("checkpoints").toString()));
        worker = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        says = new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8));
        order();
    }

    private void order() throws IOException {
        worker.getOutputStream().write((run + " " + ahead + "\n").getBytes(StandardCharsets.UTF_8));
        worker.getOutputStream().flush();
    }

    /** SIGKILL for the worker; it is gone when this returns. Called from any thread. */
    void killWorker() {
        synchronized (ending) {
            worker.destroyForcibly();
            worker.onExit().join();
        }
    }

    /** SIGKILL for worker and database. */
    void killBoth() {
        synchronized (ending) {
            worker.destroyForcibly();
            databaseGone = true;
            database.kill();
            worker.onExit().join();
        }
    }

    Map<Key, Item> office() throws IOException {
        return contents(StoreTables.office(template()));
    }

    Map<Key, Item> finance() throws IOException {
        return contents(StoreTables.finance(template()));
    }

    private Map<Key, Item> contents(String table) {
        try (DynamoDbClient client = LocalClients.dynamoDb(database.endpoint())) {
            return StoreTables.contents(client, table);
        }
    }

    private Template template() throws IOException {
        return StoreTables.template(run);
    }

    @Override
    public void close() throws IOException {
        if (worker != null) {
            killWorker();
        }
        proxy.close();
        if (!databaseGone) {
            database.close();
        }
    }
}
