package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The lines of a draft: added, entered by hand, edited, removed, refreshed; review and bulk confirmation. */
final class Lines {

    static final List<String> ADD = List.of("POST /invoices/{invoice}/lines");
    static final List<String> EDIT = List.of("PATCH /invoices/{invoice}/lines/{detail}");
    static final List<String> REMOVE = List.of("DELETE /invoices/{invoice}/lines/{detail}");
    static final List<String> REFRESH = List.of("POST /invoices/{invoice}/refresh");
    static final List<String> BULK = List.of("POST /invoices/confirm");

    /** The route that tells that a draft can be put in review. */
    static final List<String> REVIEW = ADD;

    /** With these an edit may be refused as things stand. */
    private static final String[] REFUSALS = {
        "not-editable",
        "wrong-line",
        "later-than-invoice",
        "billing-type-locked",
        "correction-unchanged",
        "not-correctable",
        "retainer-exceeded",
        "negative-value",
        "invoice-in-review",
        "nothing-to-invoice",
        "already-on-invoice"
    };

    private Lines() {}

    static void add(Play play) {
        Model.Draft draft = play.any(play.model.drafts);
        List<JsonNode> ready = Drafting.ready(play, draft.contract(), draft.customer());
        if (!ready.isEmpty()) {
            ArrayNode lines = Json.array();
            play.some(ready).forEach(entry -> lines.add(Drafting.chosen(play, entry)));
            change(play, draft, "POST", "/lines", Json.object().set("lines", lines));
        }
    }

    static void enter(Play play) {
        Model.Draft draft = play.any(play.model.drafts);
        List<Model.Line> work = draft.contract().lines().stream()
                .filter(line -> !line.method().equals("product"))
                .toList();
        Model.Line line = play.any(work);
        ObjectNode entered = Json.object()
                .put("entry", "E-" + ++play.model.entries)
                .put("class", play.any(Dice.CLASSES))
                .put("line", line.id())
                .put("quantity", Dice.quantity(play))
                .put("unit", "hour")
                .put("billingType", play.any(Dice.BILLING_TYPES))
                .put("date", Dice.date(play))
                .put("description", "By hand");
        entered.set("price", Json.money(Dice.price(play), draft.contract().currency()));
        ObjectNode body = Json.object();
        body.putArray("entered").add(entered);
        change(play, draft, "POST", "/lines", body);
    }

    static void edit(Play play) {
        Model.Draft draft = play.any(play.model.drafts);
        List<String> details = details(play, draft);
        if (details.isEmpty()) {
            return;
        }
        ObjectNode body = Json.object();
        switch (play.random.nextInt(4)) {
            case 0 -> body.put("billingType", play.any(Dice.BILLING_TYPES));
            case 1 ->
                body.set("price", Json.money(Dice.price(play), draft.contract().currency()));
            case 2 -> body.put("description", "Edited");
            default -> body.put("quantity", Dice.quantity(play));
        }
        change(play, draft, "PATCH", "/lines/" + play.any(details), body);
    }

    static void remove(Play play) {
        Model.Draft draft = play.any(play.model.drafts);
        List<String> details = details(play, draft);
        if (!details.isEmpty()) {
            change(play, draft, "DELETE", "/lines/" + play.any(details), null);
        }
    }

    static void refresh(Play play) {
        Model.Draft draft = play.any(play.model.drafts);
        String date = play.ask("/invoices/" + draft.id()).at("/invoiceDate");
        change(play, draft, "POST", "/refresh", Json.object().put("upTo", play.oneIn(4) ? Dice.LAST : date));
    }

    static void review(Play play) {
        Model.Draft draft = play.any(play.model.drafts);
        String status = play.any(List.of("inReview", "draft"));
        change(play, draft, "PATCH", "", Json.object().put("status", status));
    }

    static void change(Play play, Model.Draft draft, String method, String path, JsonNode body) {
        String version = Drafting.version(play, draft);
        Call call =
                new Call(method, "/invoices/" + draft.id() + path, body == null ? null : body.toString(), List.of());
        play.command(call.with("if-match", version), REFUSALS);
    }

    private static List<String> details(Play play, Model.Draft draft) {
        List<String> details = new ArrayList<>();
        for (JsonNode line : play.ask("/invoices/" + draft.id()).body().path("lines")) {
            details.add(line.path("detail").asText());
        }
        return details;
    }

    /** Several at once; each is confirmed or says why not, and what is not done at once is done by the schedule. */
    static void confirmAll(Play play) {
        List<Model.Draft> chosen = play.some(play.model.drafts);
        ArrayNode invoices = Json.array();
        chosen.forEach(draft -> invoices.addObject().put("invoice", draft.id()));
        ObjectNode body = Json.object();
        body.set("invoices", invoices);
        String confirmation =
                play.command(Call.of("POST", "/invoices/confirm", body)).at("/confirmation");
        play.schedule("confirm-invoices");
        play.ask("/confirmations/" + confirmation);
        for (Model.Draft draft : chosen) {
            String status = play.ask("/invoices/" + draft.id()).at("/status");
            if (status.equals("confirmed") || status.equals("posted")) {
                play.model.drafts.remove(draft);
                play.model.confirmed.add(draft);
            }
        }
    }
}
