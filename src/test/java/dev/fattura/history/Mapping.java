package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Table maps: paused, resumed, run again for a period. */
final class Mapping {

    static final List<String> MAPS = List.of("GET /maps", "POST /maps/{map}/pause", "POST /maps/{map}/resume");
    static final List<String> RUN = List.of("POST /maps/{map}/run");
    static final List<String> RETRY = List.of("POST /sync-errors/retry");

    private Mapping() {}

    static void pause(Play play) {
        play.command(Call.of("POST", "/maps/" + play.any(maps(play)) + "/pause"));
    }

    static void resume(Play play) {
        play.command(Call.of("POST", "/maps/" + play.any(maps(play)) + "/resume"));
    }

    static void run(Play play) {
        String period = "{\"from\":\"2025-12-01\",\"to\":\"2026-01-31\"}";
        play.command(Call.of("POST", "/maps/" + play.any(maps(play)) + "/run", period), "map-paused");
    }

    static void retryErrors(Play play) {
        play.command(Call.of("POST", "/sync-errors/retry"));
    }

    /** So that everything can settle. */
    static void resumeAll(Play play) {
        if (MAPS.stream().allMatch(Action::isRoute)) {
            maps(play).forEach(map -> play.command(Call.of("POST", "/maps/" + map + "/resume")));
        }
    }

    private static List<String> maps(Play play) {
        List<String> maps = new ArrayList<>();
        for (JsonNode map : play.ask("/maps").body().path("maps")) {
            maps.add(map.path("map").asText());
        }
        return maps;
    }
}
