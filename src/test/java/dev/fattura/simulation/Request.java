package dev.fattura.simulation;

import java.util.Set;

/**
 * A request that a client sends until it is answered.
 *
 * @param body null for none
 * @param ifMatch whether it needs the version of what it changes, which is asked for before
 * @param refusals codes with which it may be refused, since others may be faster, and which end as well as success
 */
record Request(String method, String path, String body, boolean ifMatch, Set<String> refusals) implements Step {

    static Request put(String path, String body) {
        return new Request("PUT", path, body, false, Set.of());
    }

    static Request post(String path, String body) {
        return new Request("POST", path, body, false, Set.of());
    }

    static Request confirm(String invoice) {
        return new Request(
                "POST", "/invoices/" + invoice + "/confirm", "{\"accountingDate\":\"2026-01-31\"}", true, Set.of());
    }

    static Request patch(String path, String body) {
        return new Request("PATCH", path, body, true, Set.of());
    }

    static Request delete(String path) {
        return new Request("DELETE", path, null, true, Set.of());
    }

    /** The same, of the version that was read before. */
    Request matching() {
        return new Request(method, path, body, true, refusals);
    }

    /** The same, whatever the version is. */
    Request ofAnyVersion() {
        return new Request(method, path, body, false, refusals);
    }

    /** The same, which may be refused so. */
    Request orRefused(String... codes) {
        return new Request(method, path, body, ifMatch, Set.of(codes));
    }

    /** What has the version that an If-Match names. */
    String versioned() {
        String[] parts = path.split("/", -1);
        return "/" + parts[1] + "/" + parts[2];
    }
}
