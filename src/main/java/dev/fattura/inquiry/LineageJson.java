package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Connection;
import dev.fattura.runtime.DeedJson;
import dev.fattura.runtime.Json;

/** A lineage as its answer shows it. */
final class LineageJson {

    private LineageJson() {}

    static ObjectNode of(LineageInquiry.Page page) {
        Lineage lineage = page.lineage();
        ObjectNode json = Json.object().put("invoice", lineage.invoice().id().value());
        json.set("facts", Json.array(LineageFacts.of(lineage), LineageJson::fact));
        ArrayNode connections = json.putArray("connections");
        for (Actual actual : lineage.actuals()) {
            actual.connections().forEach(connection -> connections.add(connection(actual, connection)));
        }
        json.set("deeds", Json.array(page.deeds(), DeedJson::of));
        return page.details().addNext(json);
    }

    private static ObjectNode fact(Fact fact) {
        ObjectNode json =
                Json.object().put("fact", fact.id()).put("kind", fact.kind().code());
        if (fact.type() != null) {
            json.put("type", fact.type());
        }
        json.put("summary", fact.summary());
        ArrayNode causes = json.putArray("causes");
        fact.causes().forEach(causes::add);
        return json;
    }

    private static ObjectNode connection(Actual holder, Connection connection) {
        return Json.object()
                .put("connection", connection.id(holder.id().value()).toString())
                .put("from", holder.id().toString())
                .put("role", connection.role().code())
                .put("to", connection.other().toString())
                .put("toRole", connection.otherRole().code());
    }
}
