package dev.fattura.coldstart;

import io.quarkus.amazon.lambda.runtime.MockEventServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One process that is started for one event, which waits for it already, as in Lambda. */
final class ColdProcess {

    private static final Logger NOISY = Logger.getLogger("io.quarkus.amazon.lambda.runtime.MockEventServer");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ColdProcess() {}

    /**
     * What was seen of it.
     *
     * @param nanos from the start of the process to its first answer
     * @param residentKilobytes of memory at its most
     */
    record Seen(long nanos, long residentKilobytes, String answer) {}

    static Seen run(List<String> command, Map<String, String> environment, String event, File log)
            throws IOException, InterruptedException {
        NOISY.setLevel(Level.OFF);
        Logger.getLogger("io.vertx.ext.web.RoutingContext").setLevel(Level.OFF);
        MockEventServer server = new MockEventServer();
        server.start(0);
        try {
            CompletableFuture<HttpResponse<String>> answer = CLIENT.sendAsync(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/_lambda_"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(event))
                            .build(),
                    BodyHandlers.ofString());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
            builder.environment().putAll(environment);
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", "localhost:" + server.getPort() + "/_lambda_");
            builder.environment().put("QUARKUS_FUNQY_EXPORT", "confirm-invoice");
            long start = System.nanoTime();
            Process process = builder.start();
            String body = answer.orTimeout(60, TimeUnit.SECONDS).join().body();
            long nanos = System.nanoTime() - start;
            long resident = resident(process.pid());
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new Seen(nanos, resident, body);
        } finally {
            server.close();
        }
    }

    /** The most that was resident at once, in KB, as Linux tells it. */
    private static long resident(long process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"), StandardCharsets.UTF_8)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("No VmHWM in the status of the process");
    }
}
