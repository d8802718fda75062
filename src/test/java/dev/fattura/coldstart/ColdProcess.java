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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One process that is started for an event, which waits for it already, as in Lambda, and perhaps gets some more. */
final class ColdProcess {

    private static final Logger NOISY = Logger.getLogger("io.quarkus.amazon.lambda.runtime.MockEventServer");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ColdProcess() {}

    /**
     * What was seen of it.
     *
     * @param nanos from the start of the process to its first answer
     * @param later from each later event to its answer, in nanoseconds
     * @param residentKilobytes of memory at its most
     */
    record Seen(long nanos, List<Long> later, long residentKilobytes, List<String> answers) {}

    static Seen run(List<String> command, Map<String, String> environment, List<String> events, File log)
            throws IOException, InterruptedException {
        NOISY.setLevel(Level.OFF);
        Logger.getLogger("io.vertx.ext.web.RoutingContext").setLevel(Level.OFF);
        MockEventServer server = new MockEventServer();
        server.start(0);
        try {
            CompletableFuture<HttpResponse<String>> answer = send(server, events.get(0));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
            builder.environment().putAll(environment);
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", "localhost:" + server.getPort() + "/_lambda_");
            builder.environment().put("QUARKUS_FUNQY_EXPORT", "confirm-invoice");
            long start = System.nanoTime();
            Process process = builder.start();
            List<String> answers = new ArrayList<>(List.of(received(answer)));
            long nanos = System.nanoTime() - start;
            List<Long> later = new ArrayList<>();
            for (String event : events.subList(1, events.size())) {
                long sent = System.nanoTime();
                answers.add(received(send(server, event)));
                later.add(System.nanoTime() - sent);
            }
            long resident = resident(process.pid());
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new Seen(nanos, later, resident, answers);
        } finally {
            server.close();
        }
    }

    private static CompletableFuture<HttpResponse<String>> send(MockEventServer server, String event) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/_lambda_"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(event))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String received(CompletableFuture<HttpResponse<String>> answer) {
        return answer.orTimeout(60, TimeUnit.SECONDS).join().body();
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
