package dev.fattura.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.local.TextTable;
import java.util.function.BiConsumer;

/** The tables in which the story shows the answers. */
final class Tables {
    private Tables() {}

    static TextTable lines(JsonNode invoice) {
        TextTable table = new TextTable("class", "billing", "description", ">quantity", ">price", ">amount");
        invoice.path("lines")
                .forEach(line -> table.row(
                        text(line, "class"),
                        text(line, "billingType"),
                        text(line, "description"),
                        text(line, "quantity"),
                        Amounts.text(line.path("price")),
                        Amounts.text(line.path("amount"))));
        return table;
    }

    static TextTable approved(JsonNode approval) {
        TextTable table = new TextTable("transaction", "cost actual", "unbilled sales actual");
        approval.path("actuals")
                .forEach(actual ->
                        table.row(text(actual, "transaction"), text(actual, "cost"), text(actual, "unbilledSales")));
        return table;
    }

    static TextTable controlTotals(JsonNode totals) {
        TextTable table = new TextTable("control total", ">count", ">amount");
        totals.properties().forEach(total -> {
            JsonNode money = total.getValue().has("amount")
                            && total.getValue().get("amount").isObject()
                    ? total.getValue().get("amount")
                    : total.getValue();
            if (money.isObject()) {
                table.row(total.getKey(), text(total.getValue(), "count"), Amounts.text(money));
            }
        });
        return table;
    }

    static TextTable waiting(JsonNode answer) {
        TextTable table = new TextTable("proposal", "code", "cause");
        answer.path("waiting").forEach(row -> table.row(text(row, "proposal"), text(row, "code"), text(row, "cause")));
        return table;
    }

    static TextTable journals(JsonNode answer) {
        TextTable table = new TextTable("journal", "period", ">lines");
        answer.path("journals")
                .forEach(journal ->
                        table.row(text(journal, "journal"), text(journal, "period"), text(journal, "lines")));
        return table;
    }

    /** Ledger entries, with what they belong to in front. */
    static BiConsumer<String, JsonNode> entriesInto(TextTable table) {
        return (voucher, entries) -> entries.forEach(entry -> table.row(
                voucher,
                text(entry, "account"),
                text(entry, "postingType"),
                Amounts.text(entry.path("amount")),
                Amounts.text(entry.path("accountingAmount")),
                text(entry, "exchangeRate")));
    }

    static TextTable entries() {
        return new TextTable("voucher", "account", "posting type", ">transaction", ">accounting", ">rate");
    }

    static TextTable writtenBack(JsonNode actuals) {
        TextTable table =
                new TextTable("type", "class", "billing", ">amount", ">accounting", ">rate", ">sales tax", "voucher");
        actuals.forEach(actual -> {
            JsonNode accounting = actual.path("accounting");
            table.row(
                    text(actual, "type"),
                    text(actual, "class"),
                    text(actual, "billingType"),
                    Amounts.text(actual.path("amount")),
                    Amounts.text(accounting.path("amount")),
                    text(accounting, "exchangeRate"),
                    Amounts.text(accounting.path("salesTax")),
                    text(accounting, "voucher"));
        });
        return table;
    }

    static TextTable lineage(JsonNode lineage) {
        TextTable table = new TextTable("kind", "fact", ">causes", "summary");
        lineage.path("facts")
                .forEach(fact -> table.row(
                        text(fact, "kind"),
                        shortened(text(fact, "fact")),
                        Integer.toString(fact.path("causes").size()),
                        text(fact, "summary")));
        return table;
    }

    static String text(JsonNode node, String member) {
        return node.path(member).asText("");
    }

    private static String shortened(String id) {
        return id.length() > 13 ? id.substring(0, 12) + "…" : id;
    }
}
