package dev.fattura.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** An answer before it is put into the shape of the HTTP API. */
public record Reply(int status, ObjectNode body, Map<String, String> headers) {

    public static Reply ok(ObjectNode body) {
        return new Reply(200, body, Map.of());
    }

    /** Created, with the address of what was created. */
    public static Reply created(String location, ObjectNode body) {
        return new Reply(201, body, Map.of("location", location));
    }

    /** The same answer with the version of what it shows. */
    public Reply withVersion(long version) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put("etag", '"' + Long.toString(version) + '"');
        return new Reply(status, body, more);
    }
}
