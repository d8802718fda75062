package dev.fattura.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes back over the wire. */
final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<String>> JSON_CONTENT = Map.of("content-type", List.of("application/json"));

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Reply(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** The gateway's own answers have this form in AWS too. */
    static Reply message(int status, String message) {
        String body = JSON.createObjectNode().put("message", message).toString();
        return new Reply(status, JSON_CONTENT, body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, JSON_CONTENT, body.toPrettyString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the answer of a function: a response with a status, or anything else, which an HTTP API sends as 200 with JSON. */
    static Reply ofFunction(byte[] answer) throws IOException {
        JsonNode response = JSON.readTree(answer);
        if (!response.path("statusCode").isNumber()) {
            return new Reply(200, JSON_CONTENT, answer);
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        if (response.path("cookies").isArray() && !response.path("cookies").isEmpty()) {
            headers.put("set-cookie", JSON.convertValue(response.get("cookies"), StringList.class));
        }
        return new Reply(response.get("statusCode").intValue(), headers, body(response));
    }

    private static byte[] body(JsonNode response) {
        String body = response.path("body").asText("");
        return response.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static final class StringList extends java.util.ArrayList<String> {}
}
