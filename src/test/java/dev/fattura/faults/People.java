package dev.fattura.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends each request with an Idempotency-Key of its own until it is answered, by whichever process is there then. */
final class People {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final int MOST_ATTEMPTS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cloud cloud;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int requests;
    private int again;

    People(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Requests that had to be sent once more, each time. */
    int again() {
        return again;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", path, "", "").body());
    }

    void put(String path, String body) throws IOException, InterruptedException {
        send("PUT", path, body, "");
    }

    void post(String path, String body) throws IOException, InterruptedException {
        send("POST", path, body, "");
    }

    /** A change of the version that is there now. */
    void postToVersion(String versioned, String path, String body) throws IOException, InterruptedException {
        String version =
                send("GET", versioned, "", "").headers().firstValue("etag").orElseThrow();
        send("POST", path, body, version);
    }

    private HttpResponse<String> send(String method, String path, String body, String version)
            throws IOException, InterruptedException {
        String key = "request-" + ++requests;
        String last = "";
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                HttpResponse<String> answer =
                        client.send(request(method, path, body, version, key), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return answer;
                }
                last = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() < 500 && !answer.body().contains("command-in-progress")) {
                    throw new AssertionError(method + " " + path + " was refused: " + last);
                }
                Thread.sleep(BETWEEN.toMillis());
            } catch (IOException gone) {
                last = gone.toString();
            }
            again++;
        }
        throw new AssertionError(method + " " + path + " got no answer: " + last);
    }

    private HttpRequest request(String method, String path, String body, String version, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(cloud.address().resolve(path))
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!method.equals("GET")) {
            request.header("idempotency-key", key);
        }
        return (version.isEmpty() ? request : request.header("if-match", version)).build();
    }
}
