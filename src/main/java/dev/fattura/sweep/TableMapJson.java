package dev.fattura.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Deed;
import dev.fattura.ledger.MapStatuses;
import dev.fattura.maps.TableMap;
import dev.fattura.runtime.DeedJson;
import dev.fattura.runtime.Json;
import java.time.Instant;
import java.util.List;

/** A table map as the answers show it. */
final class TableMapJson {

    private TableMapJson() {}

    static ObjectNode brief(TableMap map, MapStatuses statuses) {
        Instant since = statuses.paused().get(map.crossing());
        ObjectNode json = Json.object()
                .put("map", map.crossing().code())
                .put("name", map.name())
                .put("version", map.version())
                .put("direction", map.direction().code())
                .put("source", map.source())
                .put("target", map.target())
                .put("status", since == null ? "running" : "paused");
        return since == null ? json : json.put("pausedSince", since.toString());
    }

    static ObjectNode of(TableMap map, MapStatuses statuses, WaitingDocuments.Count waiting, List<Deed> deeds) {
        ObjectNode json = brief(map, statuses);
        if (map.filter() != null) {
            json.put("filter", map.filter());
        }
        json.set("fieldMappings", Json.array(map.fieldMappings(), TableMapJson::mapping));
        json.set("waiting", Json.object().put("documents", waiting.documents()).put("more", waiting.more()));
        json.set("deeds", Json.array(deeds, DeedJson::of));
        return json;
    }

    private static ObjectNode mapping(TableMap.FieldMapping mapping) {
        ObjectNode json = Json.object();
        if (mapping.source() != null) {
            json.put("source", mapping.source());
        }
        json.put("target", mapping.target())
                .put("transform", mapping.transform().code());
        if (!mapping.valueMap().isEmpty()) {
            ObjectNode values = json.putObject("valueMap");
            mapping.valueMap().forEach(values::put);
        }
        return mapping.defaultValue() == null ? json : json.put("default", mapping.defaultValue());
    }
}
