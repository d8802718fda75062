package dev.fattura.simulation;

/**
 * A request that a client sends until it is answered.
 *
 * @param body null for none
 * @param ifMatch whether it needs the version of what it changes, which is asked for before
 */
record Request(String method, String path, String body, boolean ifMatch) {

    static Request put(String path, String body) {
        return new Request("PUT", path, body, false);
    }

    static Request post(String path, String body) {
        return new Request("POST", path, body, false);
    }

    static Request confirm(String invoice) {
        return new Request("POST", "/invoices/" + invoice + "/confirm", "{\"accountingDate\":\"2026-01-31\"}", true);
    }

    static Request patch(String path, String body) {
        return new Request("PATCH", path, body, true);
    }

    static Request delete(String path) {
        return new Request("DELETE", path, null, true);
    }

    /** What has the version that an If-Match names. */
    String versioned() {
        String[] parts = path.split("/", -1);
        return "/" + parts[1] + "/" + parts[2];
    }
}
