package dev.fattura.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Origin;
import java.util.UUID;

/** An actual as answers show it, whether it is there or would be. */
public final class ActualJson {

    private ActualJson() {}

    public static ObjectNode of(Actual actual) {
        ObjectNode json = Json.object()
                .put("actual", actual.id().toString())
                .put("type", actual.type().code())
                .put("class", actual.transactionClass().code())
                .put("billingType", actual.billingType().code());
        if (actual.adjustmentStatus() != AdjustmentStatus.NORMAL) {
            json.put("adjustmentStatus", actual.adjustmentStatus().code());
        }
        json.put("quantity", actual.quantity().toString());
        json.set("price", Json.price(actual.price()));
        json.set("amount", Json.money(actual.amount()));
        json.put("accountingDate", actual.accountingDate().toString())
                .put("transactionDate", actual.transactionDate().toString());
        addDimensions(json, actual.dimensions());
        if (actual.invoice() != null) {
            json.put("invoice", actual.invoice().value());
        }
        json.put("skipSync", actual.skipSync());
        UUID holder = actual.id().value();
        json.set("connections", Json.array(actual.connections(), connection -> connection(holder, connection)));
        json.set("origins", Json.array(actual.origins(), ActualJson::origin));
        return json;
    }

    private static void addDimensions(ObjectNode json, Dimensions dimensions) {
        json.put("company", dimensions.company().value())
                .put("contract", dimensions.contract().value())
                .put("line", dimensions.line().value());
        if (dimensions.project() != null) {
            json.put("project", dimensions.project().value());
        }
        json.put("customer", dimensions.customer()).put("unit", dimensions.unit());
        if (dimensions.resource() != null) {
            json.put("resource", dimensions.resource());
        }
        if (dimensions.description() != null) {
            json.put("description", dimensions.description());
        }
        if (dimensions.category() != null) {
            json.put("category", dimensions.category());
        }
        if (!dimensions.financialDimensions().isEmpty()) {
            json.set("dimensions", Json.texts(dimensions.financialDimensions()));
        }
    }

    private static ObjectNode connection(UUID holder, Connection connection) {
        return Json.object()
                .put("connection", connection.id(holder).toString())
                .put("role", connection.role().code())
                .put("to", connection.other().toString())
                .put("toRole", connection.otherRole().code());
    }

    private static ObjectNode origin(Origin origin) {
        return Json.object().put("type", origin.type().code()).put("id", origin.id());
    }
}
