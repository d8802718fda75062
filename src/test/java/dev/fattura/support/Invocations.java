package dev.fattura.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import java.util.HashMap;
import java.util.Map;

/** Requests as the HTTP API hands them over, and the JSON of the answers. */
public final class Invocations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Invocations() {}

    /** A question; the path parameter as {@code invoice=INV-1001}, or empty. */
    public static Invocation get(String path, String pathParameter, String... query) {
        return request("GET", path, pathParameter, Map.of(), null, query);
    }

    /** A request with a body; the path parameter as {@code invoice=INV-1001}, or empty. */
    public static Invocation request(
            String method,
            String path,
            String pathParameter,
            Map<String, String> headers,
            String body,
            String... query) {
        return new Invocation(
                method + " " + path,
                path,
                headers,
                pairs(query),
                pathParameter.isEmpty() ? Map.of() : pairs(pathParameter),
                Callers.context(method, path),
                body,
                false,
                null);
    }

    /** The body of the answer. */
    public static JsonNode json(HttpReply reply) {
        return json(reply.body());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("Not JSON: " + text, malformed);
        }
    }

    private static Map<String, String> pairs(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            map.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return map;
    }
}
