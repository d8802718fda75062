package dev.fattura.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.InvoiceSchedule;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.runtime.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract as it is recorded, as its answer shows it. */
final class ContractJson {

    private ContractJson() {}

    static ObjectNode of(ContractWithLines recorded) {
        ObjectNode json = header(recorded.contract());
        json.set("lines", Json.array(recorded.lines(), ContractJson::line));
        return json;
    }

    static ObjectNode header(Contract contract) {
        ObjectNode json = Json.object()
                .put("contract", contract.id().value())
                .put("company", contract.company().value())
                .put("name", contract.name())
                .put("customer", contract.customer());
        if (!contract.customers().equals(List.of(ContractCustomer.sole(contract.customer())))) {
            json.set("customers", Json.array(contract.customers(), ContractJson::customer));
        }
        json.put("currency", contract.currency().code());
        if (contract.fixedExchangeRate() != null) {
            json.put("fixedExchangeRate", contract.fixedExchangeRate().toString());
        }
        if (contract.salesTaxGroup() != null) {
            json.put("salesTaxGroup", contract.salesTaxGroup());
        }
        putMoney(json, "notToExceed", contract.notToExceed());
        return json;
    }

    static ObjectNode line(ContractLine line) {
        ObjectNode json = Json.object()
                .put("line", line.id().value())
                .put("name", line.name())
                .put("billingMethod", line.billingMethod().code());
        if (line.project() != null) {
            json.put("project", line.project().value());
        }
        addTerms(json, line.terms());
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

    static ObjectNode milestone(ContractLine.Milestone milestone) {
        ObjectNode json = Json.object().put("milestone", milestone.id()).put("name", milestone.name());
        json.set("amount", Json.money(milestone.amount()));
        json.put("date", milestone.date().toString()).put("status", status(milestone.readyToInvoice()));
        return milestone.percent() == null
                ? json
                : json.put("percent", milestone.percent().toString());
    }

    static void putMoney(ObjectNode json, String name, @Nullable Money money) {
        if (money != null) {
            json.set(name, Json.money(money));
        }
    }

    private static ObjectNode customer(ContractCustomer customer) {
        ObjectNode json = split(customer.customer(), customer.split(), customer.rounding());
        if (customer.termsOfPayment() != null) {
            json.put("termsOfPayment", customer.termsOfPayment().code());
        }
        if (customer.salesTaxGroup() != null) {
            json.put("salesTaxGroup", customer.salesTaxGroup());
        }
        putMoney(json, "notToExceed", customer.notToExceed());
        return json;
    }

    private static ObjectNode customer(ContractLine.LineCustomer customer) {
        ObjectNode json = split(customer.customer(), customer.split(), customer.rounding());
        putMoney(json, "notToExceed", customer.notToExceed());
        return json;
    }

    private static ObjectNode split(String customer, Percent split, boolean rounding) {
        return Json.object()
                .put("customer", customer)
                .put("split", split.toString())
                .put("rounding", rounding);
    }

    /** Only what differs from what holds of itself. */
    private static void addTerms(ObjectNode json, ContractLine.Terms terms) {
        if (!terms.customers().isEmpty()) {
            json.set("customers", Json.array(terms.customers(), ContractJson::customer));
        }
        if (!terms.includes().equals(ContractLine.Terms.ALL)) {
            json.set("includes", Json.array(terms.includes(), included -> TextNode.valueOf(included.code())));
        }
        putMoney(json, "notToExceed", terms.notToExceed());
        if (terms.contractedAmount() != null) {
            json.put("invoiceScheduleType", terms.invoiceScheduleType().code());
            json.set("contractedAmount", Json.money(terms.contractedAmount()));
        }
        if (terms.invoiceSchedule() != null) {
            json.set("invoiceSchedule", schedule(terms.invoiceSchedule()));
        }
    }

    private static ObjectNode schedule(InvoiceSchedule schedule) {
        ObjectNode json = Json.object()
                .put("start", schedule.start().toString())
                .put("frequency", schedule.frequency().code());
        if (schedule.end() != null) {
            json.put("end", schedule.end().toString());
        }
        if (schedule.count() != null) {
            json.put("count", schedule.count());
        }
        return json;
    }

    private static String status(boolean ready) {
        return BacklogStatus.of(ready).code();
    }
}
