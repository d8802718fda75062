package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.support.World.Answer;
import java.util.ArrayList;
import java.util.List;

/** Retainers, and the revision of confirmed invoices. */
final class Correcting {

    static final List<String> RETAINER = List.of("PUT /contracts/{contract}/retainers/{retainer}");
    static final List<String> SCHEDULE = List.of("POST /contracts/{contract}/retainers");
    static final List<String> REFUND = List.of("POST /contracts/{contract}/retainers/{retainer}/refund");
    static final List<String> REVISE = List.of("POST /invoices/{invoice}/revise");

    /** With these a revision may be refused as things stand. */
    private static final String[] REFUSALS = {
        "nothing-to-revise",
        "revision-in-progress",
        "already-corrected",
        "not-correctable",
        "correction-unchanged",
        "retainer-used",
        "wrong-contract",
        "unknown-reference",
        "revision-too-large"
    };

    private Correcting() {}

    static void recordRetainer(Play play) {
        Model.Agreed contract = play.any(play.model.contracts);
        String id = "R" + ++play.model.retainers;
        ObjectNode body = Json.object().put("description", "Retainer " + id);
        body.set("amount", Json.money(Dice.amount(play, contract.currency()), contract.currency()));
        body.put("date", Dice.date(play)).put("status", play.oneIn(4) ? "notReady" : "readyToInvoice");
        body.put("customer", play.any(contract.customers())).put("line", "1");
        Call call = Call.of("PUT", "/contracts/" + contract.id() + "/retainers/" + id, body);
        play.command(call);
        play.model.retainerCalls.add(call);
    }

    /** Retainers by a schedule, twice: the second time nothing changes. */
    static void scheduleRetainers(Play play) {
        Model.Agreed contract = play.any(play.model.contracts);
        ObjectNode body = Json.object().put("schedule", "RS" + ++play.model.retainers);
        body.putObject("invoiceSchedule")
                .put("start", Dice.date(play))
                .put("frequency", play.any(List.of("weekly", "biweekly", "monthly")))
                .put("count", 1 + play.random.nextInt(3));
        body.put("description", "By schedule");
        body.set("amount", Json.money(Dice.amount(play, contract.currency()), contract.currency()));
        body.put("status", play.oneIn(4) ? "notReady" : "readyToInvoice");
        body.put("customer", play.any(contract.customers())).put("line", "1");
        Call call = Call.of("POST", "/contracts/" + contract.id() + "/retainers", body);
        play.command(call);
        play.command(call);
    }

    /** A retainer that is agreed on a draft. */
    static void agreeRetainer(Play play) {
        Model.Draft draft = play.any(play.model.drafts);
        ObjectNode retainer = Json.object()
                .put("retainer", "ADV" + ++play.model.retainers)
                .put("description", "Agreed on the draft")
                .put("line", "1");
        String currency = draft.contract().currency();
        retainer.set("amount", Json.money(Dice.amount(play, currency), currency));
        ObjectNode body = Json.object();
        body.putArray("retainers").add(retainer);
        Lines.change(play, draft, "POST", "/lines", body);
    }

    /** Says that it is ready, or that it is not. */
    static void markRetainer(Play play) {
        Call call = play.any(play.model.retainerCalls);
        String body = play.oneIn(2)
                ? call.body().replace("notReady", "readyToInvoice")
                : call.body().replace("readyToInvoice", "notReady");
        play.command(Call.of("PUT", call.path(), body), "already-on-invoice");
    }

    static void refund(Play play) {
        Call retainer = play.any(play.model.retainerCalls);
        String contract = retainer.path().split("/", -1)[2];
        Model.Agreed agreed = play.model.contracts.stream()
                .filter(candidate -> candidate.id().equals(contract))
                .findFirst()
                .orElseThrow();
        ObjectNode body = Drafting.numbered(play, Json.object()).put("invoiceDate", Dice.january(play));
        if (play.oneIn(2)) {
            body.set("amount", Json.money(Dice.amount(play, agreed.currency()), agreed.currency()));
        }
        Call call = Call.of("POST", retainer.path() + "/refund", body);
        Drafting.created(play, agreed, play.command(call, "retainer-exceeded"));
    }

    static void reviseAll(Play play) {
        revise(play, play.any(play.model.confirmed), Json.object());
    }

    static void reviseSome(Play play) {
        Model.Draft original = play.any(play.model.confirmed);
        List<JsonNode> billedSales = billedSales(play, original);
        if (billedSales.isEmpty()) {
            return;
        }
        ArrayNode lines = Json.array();
        for (JsonNode billed : play.some(billedSales)) {
            ObjectNode line =
                    lines.addObject().put("billedSales", billed.path("actual").asText());
            if (play.oneIn(2)) {
                line.put("quantity", play.oneIn(4) ? "0" : Dice.quantity(play));
            }
            if (play.oneIn(3)) {
                line.set(
                        "price",
                        Json.money(Dice.price(play), original.contract().currency()));
            }
        }
        ObjectNode body = Json.object();
        body.set("lines", lines);
        revise(play, original, body);
    }

    private static void revise(Play play, Model.Draft original, ObjectNode body) {
        List<Model.Draft> others = play.model.drafts.stream()
                .filter(draft ->
                        draft.contract().id().equals(original.contract().id())
                                && draft.customer().equals(original.customer()))
                .toList();
        boolean addTo = !others.isEmpty() && play.oneIn(3);
        if (addTo) {
            body.put("addTo", play.any(others).id());
        } else {
            Drafting.numbered(play, body).put("invoiceDate", Dice.january(play));
        }
        Answer answer = play.command(Call.of("POST", "/invoices/" + original.id() + "/revise", body), REFUSALS);
        if (!addTo) {
            Drafting.created(play, original.contract(), answer);
        }
    }

    private static List<JsonNode> billedSales(Play play, Model.Draft invoice) {
        List<JsonNode> billed = new ArrayList<>();
        for (JsonNode actual :
                play.ask("/actuals?invoice=" + invoice.id()).body().path("actuals")) {
            if (actual.path("type").asText().equals("billedSales")) {
                billed.add(actual);
            }
        }
        return billed;
    }
}
