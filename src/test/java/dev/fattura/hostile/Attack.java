package dev.fattura.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** An event on its way to a function, while it is being damaged. */
final class Attack {

    private final Event valid;
    private final ObjectNode event;
    private final int record;
    private byte[] bytes;
    private boolean broken;

    /** @param record which of the records of a batch is damaged */
    Attack(Event valid, int record) {
        this.valid = valid;
        this.event = valid.json().deepCopy();
        this.record = record;
    }

    Event valid() {
        return valid;
    }

    ObjectNode event() {
        return event;
    }

    boolean isHttp() {
        return valid.shape() == Shape.HTTP;
    }

    /** An object of the event, made if it is not there. */
    ObjectNode object(String name) {
        return event.get(name) instanceof ObjectNode there ? there : event.putObject(name);
    }

    /** The record that is damaged: a change of a table, or a message of a queue; null if the event has none. */
    ObjectNode record() {
        JsonNode records = event.path("Records");
        return records.isEmpty() || !(records.get(record % records.size()) instanceof ObjectNode found) ? null : found;
    }

    boolean hasBody() {
        return switch (valid.shape()) {
            case HTTP -> event.path("body").isTextual();
            case QUEUE -> record() != null && record().path("body").isTextual();
            case SCHEDULE, STREAM -> false;
        };
    }

    String body() {
        return holder().get("body").textValue();
    }

    void body(String body) {
        holder().put("body", body);
    }

    private ObjectNode holder() {
        return isHttp() ? event : record();
    }

    /** Sends these bytes instead of the event, which may then be none. */
    void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] instead) {
        bytes = instead;
        broken = true;
    }

    /** The event is no longer one that the platform would hand over, so it may be unreadable. */
    void breaks() {
        broken = true;
    }

    /** Whether its bytes are settled, so that it cannot be damaged further. */
    boolean isFinal() {
        return bytes != null;
    }

    boolean broken() {
        return broken;
    }

    byte[] bytes() {
        return bytes == null ? Json.write(event).getBytes(StandardCharsets.UTF_8) : bytes;
    }
}
