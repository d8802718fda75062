package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A request over HTTP; headers are name, value, name, value. */
record Call(String method, String path, String body, List<String> headers) {

    static Call of(String method, String path) {
        return new Call(method, path, null, List.of());
    }

    static Call of(String method, String path, JsonNode body) {
        return new Call(method, path, body.toString(), List.of());
    }

    static Call of(String method, String path, String body) {
        return new Call(method, path, body, List.of());
    }

    Call with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Call(method, path, body, List.copyOf(more));
    }

    boolean has(String header) {
        return headers.contains(header);
    }

    @Override
    public String toString() {
        return method + " " + path + (headers.isEmpty() ? "" : " " + headers) + (body == null ? "" : " " + body);
    }
}
