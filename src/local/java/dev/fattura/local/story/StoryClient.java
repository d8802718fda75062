package dev.fattura.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Speaks to the HTTP API as any client would; an answer that is no success ends the story with the problem it names. */
final class StoryClient {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back; {@code version} is the ETag, or empty. */
    record Answer(int status, String version, JsonNode body) {}

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    StoryClient(URI address) {
        this.address = address;
    }

    JsonNode get(String path) throws InterruptedException {
        return send(request(path).GET()).body();
    }

    Answer put(String path, String body) throws InterruptedException {
        return send(json(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer post(String path, String body) throws InterruptedException {
        return send(json(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A change of the version that was seen, and of no other. */
    Answer post(String path, String version, String body) throws InterruptedException {
        return send(json(path).header("If-Match", version).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder builder) throws InterruptedException {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new StoryFailure(request.method() + " " + request.uri().getPath() + " was answered with "
                        + response.statusCode() + ": " + response.body());
            }
            String version = response.headers().firstValue("etag").orElse("");
            return new Answer(response.statusCode(), version, JSON.readTree(response.body()));
        } catch (IOException failure) {
            throw new StoryFailure(request.method() + " " + request.uri() + " had no answer: " + failure);
        }
    }
}
