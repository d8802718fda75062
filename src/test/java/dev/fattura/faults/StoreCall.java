package dev.fattura.faults;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One call of the store on its way: it can be forwarded, answered, or cut. */
final class StoreCall {

    /** An answer of the store, or one in its place. */
    static final class Answer {

        private final int status;
        private final Map<String, List<String>> headers;
        private final byte[] body;
        private final int sent;

        Answer(int status, Map<String, List<String>> headers, byte[] body) {
            this(status, headers, body, body.length);
        }

        private Answer(int status, Map<String, List<String>> headers, byte[] body, int sent) {
            this.status = status;
            this.headers = headers;
            this.body = body;
            this.sent = sent;
        }

        /** The same, of whose body only half comes before the connection breaks. */
        Answer cut() {
            return new Answer(status, headers, body, body.length / 2);
        }

        /** So many bytes of the body come. */
        int sent() {
            return sent;
        }

        int status() {
            return status;
        }

        /** By names in lower case. */
        Map<String, List<String>> headers() {
            return headers;
        }

        byte[] body() {
            return body;
        }
    }

    /** Sends a body to the database and gives its answer. */
    @FunctionalInterface
    interface Forwarding {
        Answer send(byte[] body) throws IOException;
    }

    private final String operation;
    private final byte[] body;
    private final Forwarding forwarding;

    StoreCall(String operation, byte[] body, Forwarding forwarding) {
        this.operation = operation;
        this.body = body;
        this.forwarding = forwarding;
    }

    /** As DynamoDB calls it: {@code PutItem}. */
    String operation() {
        return operation;
    }

    byte[] body() {
        return body;
    }

    Answer forward() throws IOException {
        return forwarding.send(body);
    }

    Answer forward(byte[] other) throws IOException {
        return forwarding.send(other);
    }
}
