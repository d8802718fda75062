package dev.fattura.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Invoice;
import java.util.Map;
import java.util.TreeMap;

/** An answer before it is put into the shape of the HTTP API. */
public record Reply(int status, ObjectNode body, Map<String, String> headers) {

    /** The schedule that goes on with what is accepted comes every minute. */
    private static final String RETRY_AFTER_SECONDS = "60";

    public static Reply ok(ObjectNode body) {
        return new Reply(200, body, Map.of());
    }

    /** Created, with the address of what was created. */
    public static Reply created(String location, ObjectNode body) {
        return new Reply(201, body, Map.of("location", location));
    }

    /** Accepted and not done yet: how far the invoice is, is told elsewhere. */
    public static Reply accepted(Invoice invoice) {
        String progress = "/invoices/" + invoice.id() + "/progress";
        ObjectNode body = Json.object()
                .put("invoice", invoice.id().value())
                .put("status", invoice.status().code())
                .put("version", invoice.version())
                .put("progress", progress);
        return new Reply(202, body, Map.of("location", progress, "retry-after", RETRY_AFTER_SECONDS));
    }

    /** The same answer with the version of what it shows. */
    public Reply withVersion(long version) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put("etag", '"' + Long.toString(version) + '"');
        return new Reply(status, body, more);
    }
}
