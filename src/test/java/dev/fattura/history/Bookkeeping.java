package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What people in finance do besides posting: companies, fiscal periods, journals in error. */
final class Bookkeeping {

    static final List<String> COMPANY = List.of("GET /companies/{company}");
    static final List<String> PERIODS = List.of("PUT /companies/{company}/fiscal-periods/{period}");
    static final List<String> RESET = List.of("POST /journals/{journal}/reset");
    static final List<String> DELETE_LINE = List.of("DELETE /journals/{journal}/lines/{actual}");

    /** With these a journal may refuse as things stand. */
    private static final String[] REFUSALS = {
        "journal-posted",
        "journal-error",
        "journal-canceled",
        "journal-not-ready",
        "line-posted",
        "not-found",
        "already-recorded"
    };

    private Bookkeeping() {}

    static void changeCompany(Play play) {
        String company = play.any(Recording.COMPANIES);
        Set<String> units = Set.of("days", "months", "years", "all");
        ObjectNode body = Recording.company(
                company.equals("USMF") ? "USD" : "GBP",
                play.any(units.stream().sorted().toList()),
                play.any(List.of(1, 3, 200)),
                play.any(List.of("profitAndLoss", "balance")));
        ((ObjectNode) body.path("accounts")).put("wipSalesValue", play.any(List.of("161300", "161301")));
        body.put("moveToOpenPeriod", play.random.nextBoolean());
        play.command(Call.of("PUT", "/companies/" + company, body));
    }

    static void shutPeriod(Play play) {
        period(play, play.any(List.of("onHold", "closed")));
    }

    static void openPeriod(Play play) {
        period(play, "open");
    }

    private static void period(Play play, String status) {
        String path = "/companies/" + play.any(Recording.COMPANIES) + "/fiscal-periods/"
                + play.any(List.of("2025-12", "2026-01"));
        play.command(Call.of("PUT", path, Json.object().put("status", status)));
    }

    static void resetJournal(Play play) {
        String journal = play.any(List.copyOf(play.model.openJournals));
        play.command(Call.of("POST", "/journals/" + journal + "/reset", "{}"), REFUSALS);
    }

    static void deleteLine(Play play) {
        String journal = play.any(List.copyOf(play.model.openJournals));
        List<String> actuals = new ArrayList<>();
        for (JsonNode line : play.ask("/journals/" + journal).body().path("lines")) {
            actuals.add(line.path("actual").asText());
        }
        if (!actuals.isEmpty()) {
            play.command(Call.of("DELETE", "/journals/" + journal + "/lines/" + play.any(actuals)), REFUSALS);
        }
    }
}
