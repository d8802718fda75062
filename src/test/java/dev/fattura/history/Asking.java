package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World.Answer;
import java.util.ArrayList;
import java.util.List;

/** Questions: each is answered, at any moment, and changes nothing. */
final class Asking {

    private Asking() {}

    static void ofInvoice(Play play) {
        List<Model.Draft> invoices = new ArrayList<>(play.model.drafts);
        invoices.addAll(play.model.confirmed);
        Model.Draft invoice = play.any(invoices);
        play.ask("/invoices/" + invoice.id());
        play.ask("/actuals?invoice=" + invoice.id());
        pages(play, "/invoices/" + invoice.id() + "/lineage");
        if (Action.isRoute("GET /invoices/{invoice}/reconciliation")) {
            play.ask("/invoices/" + invoice.id() + "/reconciliation");
        }
    }

    static void ofContract(Play play) {
        Model.Agreed contract = play.any(play.model.contracts);
        play.ask("/contracts/" + contract.id());
        for (JsonNode entry : Drafting.backlog(play, contract)) {
            if (entry.has("unbilledSales")) {
                Answer actual =
                        play.ask("/actuals/" + entry.path("unbilledSales").asText());
                Play.require(
                        actual.body().path("amount").equals(entry.path("amount")),
                        "The backlog shows " + entry + " and its actual " + actual.body());
            }
        }
    }

    static void ofFinance(Play play) {
        play.ask("/staging?company=" + play.any(Recording.COMPANIES));
        play.model.openJournals.forEach(journal -> play.ask("/journals/" + journal));
        play.model.postedJournals.stream().limit(2).forEach(journal -> play.ask("/journals/" + journal));
        play.model.openProposals.forEach(proposal -> play.ask("/proposals/" + proposal));
        play.model.postedProposals.stream().limit(2).forEach(proposal -> play.ask("/proposals/" + proposal));
        for (String question : List.of("readiness", "accrued-revenue")) {
            if (Action.isRoute("GET /" + question)) {
                play.ask("/" + question + "?company=" + play.any(Recording.COMPANIES));
            }
        }
    }

    private static void pages(Play play, String path) {
        String cursor = "";
        do {
            Answer page = play.ask(path + "?limit=" + play.any(List.of(3, 100)) + cursor);
            cursor = page.body().has("next") ? "&cursor=" + page.at("/next") : "";
        } while (!cursor.isEmpty());
    }
}
