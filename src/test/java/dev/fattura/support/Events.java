package dev.fattura.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The recorded events below {@code src/test/resources/events}: what Lambda hands to a function. */
public final class Events {

    private Events() {}

    /** The event of that name: {@code http/confirm-invoice}. */
    public static String recorded(String name) {
        try (InputStream file = Events.class.getResourceAsStream("/events/" + name + ".json")) {
            if (file == null) {
                throw new AssertionError("There is no recorded event " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
