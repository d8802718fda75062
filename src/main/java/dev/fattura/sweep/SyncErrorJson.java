package dev.fattura.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.SyncError;
import dev.fattura.runtime.Json;

/** A sync error as the answers show it: what, why, since when, and what to do. */
final class SyncErrorJson {

    private SyncErrorJson() {}

    static ObjectNode of(SyncError error) {
        ObjectNode json = Json.object()
                .put("error", error.id().toString())
                .put("map", error.crossing().code())
                .put("status", error.open() ? "open" : "resolved")
                .put("code", error.code().code())
                .put("cause", error.cause())
                .put("remedy", error.code().remedy());
        json.set(
                "record",
                Json.object()
                        .put("table", error.reference().source().code())
                        .put("partition", error.reference().partition())
                        .put("sort", error.reference().sort()));
        json.put("firstSeen", error.firstSeen().toString())
                .put("lastSeen", error.lastSeen().toString())
                .put("attempts", error.attempts());
        return error.resolved() == null
                ? json
                : json.put("resolved", error.resolved().toString());
    }
}
