package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.ContractLine;
import dev.fattura.money.Rounding;
import dev.fattura.runtime.Json;
import org.jspecify.annotations.Nullable;

/** The billing backlog as its answer shows it; each entry names what drafting an invoice takes. */
final class BacklogJson {

    private BacklogJson() {}

    static ObjectNode of(BacklogInquiry.Backlog backlog) {
        ObjectNode json = Json.object().put("contract", backlog.contract().value());
        json.set("backlog", Json.array(backlog.entries().entries(), entry -> entry(entry, backlog)));
        return backlog.entries().addNext(json);
    }

    private static ObjectNode entry(BacklogEntry entry, BacklogInquiry.Backlog backlog) {
        Billable billable = entry.billable();
        ObjectNode json = Json.object()
                .put("kind", billable.kind().code())
                .put("customer", entry.customer())
                .put("line", billable.line().value())
                .put(billable.kind().code(), billable.reference())
                .put("date", entry.date().toString());
        ContractLine line = backlog.lines().get(billable.line());
        switch (billable.kind()) {
            case UNBILLED_SALES -> addActual(json, backlog.actuals().get(new Actual.Id(billable.id())));
            case MILESTONE -> addMilestone(json, line, billable.reference());
            case PRODUCT -> addProduct(json, line == null ? null : line.product());
            case ENTERED, ENTERED_ON_FIXED_PRICE, RETAINER, DEDUCTION, REFUND, BILLED_SALES, REVISION -> {
                // What they say of themselves is all there is to say.
            }
        }
        return json;
    }

    private static void addActual(ObjectNode json, @Nullable Actual actual) {
        if (actual == null) {
            return;
        }
        json.put("class", actual.transactionClass().code())
                .put("billingType", actual.billingType().code())
                .put("quantity", actual.quantity().toString())
                .put("unit", actual.dimensions().unit());
        json.set("price", Json.price(actual.price()));
        json.set("amount", Json.money(actual.amount()));
        if (actual.dimensions().description() != null) {
            json.put("description", actual.dimensions().description());
        }
    }

    private static void addMilestone(ObjectNode json, @Nullable ContractLine line, String milestone) {
        if (line == null) {
            return;
        }
        line.milestones().stream()
                .filter(candidate -> candidate.id().equals(milestone))
                .findFirst()
                .ifPresent(found -> {
                    json.set("amount", Json.money(found.amount()));
                    json.put("description", found.name());
                });
    }

    private static void addProduct(ObjectNode json, ContractLine.@Nullable Product product) {
        if (product == null) {
            return;
        }
        json.put("quantity", product.quantity().toString());
        json.set("price", Json.price(product.price()));
        json.set("amount", Json.money(Rounding.amount(product.quantity(), product.price())));
    }
}
