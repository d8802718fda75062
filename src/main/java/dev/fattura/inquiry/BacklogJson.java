package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.Limit;
import dev.fattura.ledger.NotToExceed;
import dev.fattura.money.Rounding;
import dev.fattura.runtime.Json;
import org.jspecify.annotations.Nullable;

/** The billing backlog as its answer shows it; each entry names what drafting an invoice takes. */
final class BacklogJson {

    private BacklogJson() {}

    static ObjectNode of(BacklogInquiry.Backlog backlog) {
        ObjectNode json = Json.object().put("contract", backlog.contract().id().value());
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
                .put("entry", billable.id().toString())
                .put("status", entry.status().code())
                .put("date", entry.date().toString());
        ContractLine line = backlog.lines().get(billable.line());
        switch (billable.kind()) {
            case UNBILLED_SALES -> {
                Actual actual = backlog.actuals().get(new Actual.Id(billable.id()));
                addActual(json, actual);
                addNotToExceed(json, entry, standing(entry, actual, line, backlog.contract()));
            }
            case MILESTONE -> addMilestone(json, entry, line, backlog.contract());
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

    /** Of what is in good standing the contract says whether a limit counts it (domain.md 1.5). */
    private static NotToExceed standing(
            BacklogEntry entry, @Nullable Actual actual, @Nullable ContractLine line, Contract contract) {
        NotToExceed kept = entry.standing().kept();
        if (kept != null) {
            return kept;
        }
        boolean counts = actual != null
                && line != null
                && actual.billingType() == BillingType.CHARGEABLE
                && !Limit.unused(contract, line, entry.customer()).isEmpty();
        return counts ? NotToExceed.COMMITTED : NotToExceed.NOT_APPLICABLE;
    }

    private static void addNotToExceed(ObjectNode json, BacklogEntry entry, NotToExceed standing) {
        ObjectNode shown =
                json.putObject("notToExceed").put("status", standing.status().code());
        if (standing.level() != null) {
            shown.put("level", standing.level().code());
            shown.put("detail", "The limit of " + named(standing.level(), entry) + " would be exceeded.");
        }
    }

    private static String named(NotToExceed.Level level, BacklogEntry entry) {
        return switch (level) {
            case LINE_CUSTOMER ->
                "customer " + entry.customer() + " on line " + entry.billable().line();
            case LINE -> "line " + entry.billable().line();
            case CUSTOMER -> "customer " + entry.customer() + " on the contract";
            case CONTRACT -> "the contract";
        };
    }

    private static void addMilestone(
            ObjectNode json, BacklogEntry entry, @Nullable ContractLine line, Contract contract) {
        if (line == null) {
            return;
        }
        line.milestone(entry.billable().reference()).ifPresent(milestone -> {
            CustomerSplit.of(contract, line)
                    .part(line, milestone, entry.customer())
                    .ifPresent(part -> json.set("amount", Json.money(part.amount())));
            json.put("description", milestone.name());
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
