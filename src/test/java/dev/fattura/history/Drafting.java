package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.support.World.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Drafting, editing, deleting and confirming proforma invoices. */
final class Drafting {

    /** What an invoice bills; open balances of retainers are applied. */
    private static final Set<String> BILLABLE = Set.of("unbilledSales", "milestone", "product", "retainer");

    private Drafting() {}

    static void fromBacklog(Play play) {
        Model.Agreed contract = play.any(play.model.contracts);
        ObjectNode body = header(play, contract, play.any(contract.customers()));
        String upTo = play.oneIn(3) ? Dice.date(play) : body.path("invoiceDate").asText();
        body.putObject("fromBacklog").put("upTo", upTo);
        Call call = Call.of("POST", "/invoices", body);
        created(play, contract, play.command(call, "nothing-to-invoice", "later-than-invoice"));
    }

    static void ofLines(Play play) {
        Model.Agreed contract = play.any(play.model.contracts);
        String customer = play.any(contract.customers());
        List<JsonNode> ready = ready(play, contract, customer);
        if (ready.isEmpty()) {
            return;
        }
        ObjectNode body = header(play, contract, customer);
        ArrayNode lines = body.putArray("lines");
        play.some(ready).forEach(entry -> lines.add(chosen(play, entry)));
        created(play, contract, play.command(Call.of("POST", "/invoices", body), "later-than-invoice"));
    }

    /** What an invoice to that customer can have now. */
    static List<JsonNode> ready(Play play, Model.Agreed contract, String customer) {
        return backlog(play, contract).stream()
                .filter(entry -> entry.path("status").asText().equals("readyToInvoice")
                        && entry.path("customer").asText().equals(customer))
                .toList();
    }

    /** What will be billed of a contract, ready or not, page by page. */
    static List<JsonNode> backlog(Play play, Model.Agreed contract) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        do {
            Answer page =
                    play.ask("/contracts/" + contract.id() + "/backlog?limit=" + play.any(List.of(2, 7, 100)) + cursor);
            for (JsonNode entry : page.body().path("backlog")) {
                if (BILLABLE.contains(entry.path("kind").asText())) {
                    entries.add(entry);
                }
            }
            cursor = page.body().has("next") ? "&cursor=" + page.at("/next") : "";
        } while (!cursor.isEmpty());
        return entries;
    }

    static ObjectNode chosen(Play play, JsonNode entry) {
        ObjectNode line = Json.object();
        switch (entry.path("kind").asText()) {
            case "unbilledSales" ->
                line.put("unbilledSales", entry.path("unbilledSales").asText());
            case "milestone" ->
                line.put("line", entry.path("line").asText())
                        .put("milestone", entry.path("milestone").asText());
            case "retainer" -> line.put("retainer", entry.path("retainer").asText());
            default ->
                line.put("line", entry.path("line").asText())
                        .put("product", entry.path("product").asText());
        }
        if (play.oneIn(3) && entry.has("quantity") && entry.has("price")) {
            // As it stands in the backlog, which is allowed.
            line.put("quantity", entry.path("quantity").asText());
            line.set("price", entry.path("price"));
        }
        return line;
    }

    private static ObjectNode header(Play play, Model.Agreed contract, String customer) {
        // By the end of the month nothing is later than it.
        String date = play.oneIn(2) ? Dice.january(play) : Dice.LAST;
        ObjectNode body =
                numbered(play, Json.object()).put("contract", contract.id()).put("invoiceDate", date);
        // The primary customer need not be said.
        return customer.equals(contract.customers().get(0)) && play.oneIn(2) ? body : body.put("customer", customer);
    }

    /** With a number that somebody has chosen, or without. */
    static ObjectNode numbered(Play play, ObjectNode body) {
        int number = ++play.model.invoices;
        switch (play.random.nextInt(4)) {
            case 0 -> {
                // The next number of the office's sequence.
            }
            case 1 -> body.put("invoice", String.format("PRF-%06d", number));
            default -> body.put("invoice", "INV-" + number);
        }
        return body;
    }

    static void created(Play play, Model.Agreed contract, Answer answer) {
        if (answer.status() == 201) {
            play.model.drafts.add(new Model.Draft(answer.at("/invoice"), contract, answer.at("/customer")));
        }
    }

    static void editHeader(Play play) {
        Model.Draft draft = play.any(play.model.drafts);
        ObjectNode body = Json.object();
        if (play.oneIn(2)) {
            body.put("description", play.any(List.of("As agreed", "", "Réf. \"7\"")));
        }
        if (body.isEmpty() || play.oneIn(2)) {
            body.put("invoiceDate", Dice.january(play));
        }
        Call call = Call.of("PATCH", "/invoices/" + draft.id(), body).with("if-match", version(play, draft));
        play.command(call, "later-than-invoice");
    }

    static void delete(Play play) {
        Model.Draft draft = play.any(play.model.drafts);
        play.command(Call.of("DELETE", "/invoices/" + draft.id()).with("if-match", version(play, draft)));
        play.model.drafts.remove(draft);
        play.model.deleted.add(draft.id());
    }

    static void confirm(Play play) {
        Model.Draft draft = play.any(play.model.drafts);
        Preview preview = Preview.of(play, draft);
        ObjectNode body = Json.object();
        if (play.oneIn(2)) {
            body.put("accountingDate", Dice.january(play));
        }
        Call call =
                Call.of("POST", "/invoices/" + draft.id() + "/confirm", body).with("if-match", version(play, draft));
        Answer answer = play.command(call, "retainer-exceeded", "correction-unchanged", "nothing-to-invoice");
        preview.requireKept(play, draft, answer);
        if (answer.status() < 300) {
            confirmed(play, draft, answer);
            play.model.confirmations.add(play.latest());
        }
    }

    private static void confirmed(Play play, Model.Draft draft, Answer answer) {
        Play.require(answer.at("/status").equals("confirmed"), draft.id() + " is not confirmed: " + answer.body());
        play.model.drafts.remove(draft);
        play.model.confirmed.add(draft);
    }

    /** The same confirmation again finds what it did. */
    static void confirmAgain(Play play) {
        Call call = play.any(play.model.confirmations);
        Answer answer = play.resend(call);
        Play.require(answer.at("/status").equals("confirmed"), "Confirmed again: " + answer.body());
    }

    static String version(Play play, Model.Draft draft) {
        return play.ask("/invoices/" + draft.id()).headers().get("etag");
    }
}
