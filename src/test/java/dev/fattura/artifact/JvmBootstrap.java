package dev.fattura.artifact;

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
import java.nio.charset.StandardCharsets;

/**
 * What Lambda's managed Java runtime does with the JVM artifact: asks the runtime interface for the next invocation, hands it to the
 * handler that the template names, and answers. (The native artifact brings this loop itself.)
 */
public final class JvmBootstrap {

    private JvmBootstrap() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String invocations = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
        HttpClient client = HttpClient.newHttpClient();
        FunqyStreamHandler handler = new FunqyStreamHandler();
        while (true) {
            HttpResponse<byte[]> next = client.send(
                    HttpRequest.newBuilder(URI.create(invocations + "next")).build(), BodyHandlers.ofByteArray());
            String id =
                    next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            String ending = "/response";
            try {
                handler.handleRequest(new ByteArrayInputStream(next.body()), answer, null);
            } catch (IOException | RuntimeException failure) {
                ending = "/error";
                answer.reset();
                answer.writeBytes(
                        ("{\"errorType\":\"" + failure.getClass().getName() + "\"}").getBytes(StandardCharsets.UTF_8));
            }
            client.send(
                    HttpRequest.newBuilder(URI.create(invocations + id + ending))
                            .POST(BodyPublishers.ofByteArray(answer.toByteArray()))
                            .build(),
                    BodyHandlers.discarding());
        }
    }
}
