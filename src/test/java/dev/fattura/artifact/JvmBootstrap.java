package dev.fattura.artifact;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.runtime.Priming;
import io.quarkus.arc.Arc;
import io.quarkus.funqy.lambda.FunqyStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.crac.Core;

/**
 * What Lambda's managed Java runtime does with the JVM artifact: asks the runtime interface for the next invocation, hands it to the
 * handler that the template names, and answers. (The native artifact brings this loop itself.)
 */
public final class JvmBootstrap {

    /** The system property that says whether to prime, as before a snapshot, and to tell how long each event took. */
    public static final String PRIMED = "fattura.primed";

    private static final String HANDLED = "handled in nanoseconds: ";

    private static final ObjectMapper JSON = new ObjectMapper();

    private JvmBootstrap() {}

    /** How long the first event took, of what a process wrote that was started with {@link #PRIMED}. */
    public static long handled(String log) {
        int at = log.indexOf(HANDLED) + HANDLED.length();
        return Long.parseLong(log.substring(at, log.indexOf('\n', at)).strip());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String invocations = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
        HttpClient client = HttpClient.newHttpClient();
        FunqyStreamHandler handler = new FunqyStreamHandler();
        String primed = System.getProperty(PRIMED);
        if ("true".equals(primed)) {
            Arc.container().instance(Priming.class).get().beforeCheckpoint(Core.getGlobalContext());
        }
        while (true) {
            HttpResponse<byte[]> next = client.send(
                    HttpRequest.newBuilder(URI.create(invocations + "next")).build(), BodyHandlers.ofByteArray());
            String id =
                    next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            String ending = "/response";
            long start = System.nanoTime();
            try {
                handler.handleRequest(new ByteArrayInputStream(next.body()), answer, null);
            } catch (IOException | RuntimeException failure) {
                ending = "/error";
                answer.reset();
                answer.writeBytes(JSON.writeValueAsBytes(Map.of(
                        "errorType",
                        failure.getClass().getName(),
                        "errorMessage",
                        String.valueOf(failure.getMessage()))));
            }
            if (primed != null) {
                System.out.println(HANDLED + (System.nanoTime() - start));
            }
            client.send(
                    HttpRequest.newBuilder(URI.create(invocations + id + ending))
                            .POST(BodyPublishers.ofByteArray(answer.toByteArray()))
                            .build(),
                    BodyHandlers.discarding());
        }
    }
}
