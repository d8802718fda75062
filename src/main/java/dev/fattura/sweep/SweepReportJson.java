package dev.fattura.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.runtime.Json;
import java.util.Map;

/** What was carried and what could not be, as the sweep, a resumed map and a run answer it. */
final class SweepReportJson {

    private SweepReportJson() {}

    static ObjectNode of(SweepReport report) {
        ObjectNode json = Json.object();
        for (Map.Entry<SweepReport.Kind, Long> carried : report.carried().entrySet()) {
            json.put(carried.getKey().code(), carried.getValue());
        }
        return withFailures(json, report);
    }

    /** Only what there was something of. */
    static ObjectNode brief(SweepReport report) {
        ObjectNode json = Json.object();
        report.carried().forEach((kind, count) -> {
            if (count > 0) {
                json.put(kind.code(), count);
            }
        });
        return withFailures(json, report);
    }

    private static ObjectNode withFailures(ObjectNode json, SweepReport report) {
        return json.set("failures", Json.array(report.failures(), failure -> Json.object()
                .put("queue", failure.queue().code())
                .put("id", failure.id())
                .put("cause", failure.cause())));
    }
}
