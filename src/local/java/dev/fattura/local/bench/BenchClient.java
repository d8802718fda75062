package dev.fattura.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Speaks to the HTTP API as any client would, and waits as long as a function may run, and a little longer. */
final class BenchClient {
    private static final Duration PATIENCE = Duration.ofMinutes(16);
    private static final int MOST_RUNS = 100;
    private static final String OUT_OF_TIME = "OutOfTime";
    private static final long RETRY_MILLIS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back; {@code version} is the ETag, or empty. */
    record Answer(int status, String version, JsonNode body) {}

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    BenchClient(URI address) {
        this.address = address;
    }

    JsonNode get(String path) throws InterruptedException {
        return success(request(path).GET().build()).body();
    }

    /** What is there, or nothing where there is nothing. */
    Optional<JsonNode> find(String path) throws InterruptedException {
        HttpRequest request = request(path).GET().build();
        Answer answer = send(request);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(required(request, answer).body());
    }

    JsonNode put(String path, String body) throws InterruptedException {
        return success(json(path).PUT(HttpRequest.BodyPublishers.ofString(body)).build())
                .body();
    }

    Answer post(String path, String body) throws InterruptedException {
        return success(
                json(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** A change of the version that was seen, and of no other. */
    Answer post(String path, String version, String body) throws InterruptedException {
        return success(json(path)
                .header("If-Match", version)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Runs a schedule, and as its time would, again where the function had not enough time. */
    JsonNode schedule(String function) throws InterruptedException {
        HttpRequest run = json("/_local/schedules/" + function)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        for (int again = 0; again < MOST_RUNS; again++) {
            Answer answer = send(run);
            if (answer.status() != 500 || !answer.body().toString().contains(OUT_OF_TIME)) {
                return required(run, answer).body();
            }
        }
        throw new IllegalStateException(function + " did not end in " + MOST_RUNS + " runs");
    }

    /** Where an invoice is accepted only, lets the schedule run that goes on with it. Returns its version when it has that status. */
    String untilIs(String status, String invoice) throws InterruptedException {
        JsonNode now = get("/invoices/" + invoice);
        while (!now.path("status").asText().equals(status)) {
            if (schedule("finish-invoices").path("invoices").asInt() == 0) {
                Thread.sleep(RETRY_MILLIS);
            }
            now = get("/invoices/" + invoice);
        }
        return '"' + now.path("version").asText() + '"';
    }

    /** Waits until everything written so far has crossed. */
    void settle() throws InterruptedException {
        while (send(json("/_local/streams/settle")
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build())
                        .status()
                == 504) {
            // It is still crossing; the answer came after a minute.
        }
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    }

    private Answer success(HttpRequest request) throws InterruptedException {
        return required(request, send(request));
    }

    private static Answer required(HttpRequest request, Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(request.method() + " "
                    + request.uri().getPath() + " was answered with " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    private Answer send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            String version = response.headers().firstValue("etag").orElse("");
            return new Answer(response.statusCode(), version, JSON.readTree(response.body()));
        } catch (IOException failure) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + " had no answer: " + failure, failure);
        }
    }
}
