package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World.Answer;
import java.util.ArrayList;
import java.util.List;

/** Questions: each is answered, at any moment, and changes nothing. */
final class Asking {

    private static final List<String> CONFIRMED = List.of("confirmed", "posted");

    private Asking() {}

    static void ofInvoice(Play play) {
        List<Model.Draft> invoices = new ArrayList<>(play.model.drafts);
        invoices.addAll(play.model.confirmed);
        Model.Draft invoice = play.any(invoices);
        String status = play.ask("/invoices/" + invoice.id()).at("/status");
        Standing.ask(play, "invoice=" + invoice.id());
        pages(play, "/invoices/" + invoice.id() + "/lineage");
        if (CONFIRMED.contains(status)) {
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
                Standing.require(play, List.of(actual.body()));
            }
        }
    }

    static void ofFinance(Play play) {
        play.ask("/staging?company=" + play.any(Recording.COMPANIES));
        play.model.openJournals.forEach(journal -> play.ask("/journals/" + journal));
        play.model.postedJournals.stream().limit(2).forEach(journal -> play.ask("/journals/" + journal));
        play.model.openProposals.forEach(proposal -> play.ask("/proposals/" + proposal));
        play.model.postedProposals.stream().limit(2).forEach(proposal -> play.ask("/proposals/" + proposal));
        String company = play.any(Recording.COMPANIES);
        play.ask("/readiness?company=" + company);
        for (String question : List.of("reconciliation", "accrued-revenue")) {
            play.ask("/" + question + "?company=" + company + "&from=2025-10-01&to=2026-10-31");
        }
    }

    /** Once everything has gone on, no stage contradicts another, of any invoice and in any company's accrued revenue; all actuals stand right. */
    static void reconciled(Play play) {
        for (Model.Draft invoice : play.model.confirmed) {
            // Of several that were to be confirmed, some were refused.
            if (!CONFIRMED.contains(play.ask("/invoices/" + invoice.id()).at("/status"))) {
                continue;
            }
            Standing.ask(play, "invoice=" + invoice.id());
            Answer answer = play.ask("/invoices/" + invoice.id() + "/reconciliation");
            String wanted = play.model.postedProposals.contains(invoice.id()) ? "clean" : "open";
            Play.require(answer.at("/status").equals(wanted), "Not " + wanted + ": " + answer.body());
        }
        for (String company : Recording.COMPANIES) {
            Answer accrued = play.ask("/accrued-revenue?company=" + company + "&from=2025-10-01&to=2026-10-31");
            Play.require(accrued.at("/clean").equals("true"), "Not clean: " + accrued.body());
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
