package dev.fattura.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.runtime.Json;

/** A contract as its answer shows it. */
final class ContractJson {

    private ContractJson() {}

    static ObjectNode of(ContractWithLines recorded) {
        Contract contract = recorded.contract();
        ObjectNode json = Json.object()
                .put("contract", contract.id().value())
                .put("company", contract.company().value())
                .put("name", contract.name())
                .put("customer", contract.customer())
                .put("currency", contract.currency().code());
        if (contract.fixedExchangeRate() != null) {
            json.put("fixedExchangeRate", contract.fixedExchangeRate().toString());
        }
        if (contract.salesTaxGroup() != null) {
            json.put("salesTaxGroup", contract.salesTaxGroup());
        }
        json.set("lines", Json.array(recorded.lines(), ContractJson::line));
        return json;
    }

    private static ObjectNode line(ContractLine line) {
        ObjectNode json = Json.object()
                .put("line", line.id().value())
                .put("name", line.name())
                .put("billingMethod", line.billingMethod().code());
        if (line.project() != null) {
            json.put("project", line.project().value());
        }
        if (!line.milestones().isEmpty()) {
            json.set("milestones", Json.array(line.milestones(), ContractJson::milestone));
        }
        ContractLine.Product product = line.product();
        if (product != null) {
            json.put("product", product.id()).put("quantity", product.quantity().toString());
            json.set("price", Json.price(product.price()));
            json.put("date", product.date().toString()).put("status", status(product.readyToInvoice()));
        }
        return json;
    }

    private static ObjectNode milestone(ContractLine.Milestone milestone) {
        ObjectNode json = Json.object().put("milestone", milestone.id()).put("name", milestone.name());
        json.set("amount", Json.money(milestone.amount()));
        return json.put("date", milestone.date().toString()).put("status", status(milestone.readyToInvoice()));
    }

    private static String status(boolean ready) {
        return BacklogStatus.of(ready).code();
    }
}
