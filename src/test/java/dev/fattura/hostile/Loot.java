package dev.fattura.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.Dice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody who attacks has seen: values and bodies of other requests, ids, and cursors of answers. */
final class Loot {

    private static final int MOST_CURSORS = 40;

    private final List<String> values = new ArrayList<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<Event> events;
    private final List<String> ids;
    private final List<String> cursors = new ArrayList<>(List.of("MA", "MXwx"));

    Loot(List<Event> events, List<String> ids) {
        this.events = events;
        this.ids = ids;
        for (Event event : events) {
            String body = event.json().path("body").asText("");
            JsonNode tree = body.isEmpty() ? null : Json.read(body);
            if (tree != null) {
                bodies.add(body);
                Json.places(tree, place -> true).forEach(this::see);
            }
        }
        ids.forEach(id -> values.add(Json.quoted(id)));
    }

    private void see(Json.Place place) {
        String value = Json.write(place.value());
        values.add(value);
        if (place.name() != null) {
            members.computeIfAbsent(place.name(), missing -> new ArrayList<>()).add(value);
        }
    }

    /** A value of the member of that name in some valid request; of any member if there is none. */
    String member(String name, Dice dice) {
        return dice.any(members.getOrDefault(name, values));
    }

    /** A value of some valid request, as it stands in JSON. */
    String value(Dice dice) {
        return dice.any(values);
    }

    String body(Dice dice) {
        return dice.any(bodies);
    }

    Event event(Dice dice) {
        return dice.any(events);
    }

    /** An id of something that is there, of whatever kind. */
    String id(Dice dice) {
        return dice.any(ids);
    }

    String cursor(Dice dice) {
        return dice.any(cursors);
    }

    void sawCursor(String cursor) {
        if (!cursors.contains(cursor)) {
            cursors.add(cursor);
            if (cursors.size() > MOST_CURSORS) {
                cursors.remove(0);
            }
        }
    }
}
