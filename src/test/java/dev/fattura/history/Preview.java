package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * What confirming is said to write, or why it is said to be refused.
 *
 * @param refusal the code of the refusal, or null
 * @param actuals what was shown, one line for each actual; null where there is no preview
 */
record Preview(String refusal, List<String> actuals) {

    private static final List<String> SHOWN = List.of(
            "actual", "type", "class", "billingType", "quantity", "price", "amount", "transactionDate", "skipSync");

    static Preview of(Play play, Model.Draft draft) {
        if (!Action.isRoute("GET /invoices/{invoice}/preview")) {
            return new Preview(null, null);
        }
        play.coverage.action("preview");
        String path = "/invoices/" + draft.id() + "/preview";
        Answer first = play.world.call("GET", path, null);
        if (first.status() == 422) {
            return new Preview(first.at("/code"), null);
        }
        return new Preview(null, shown(play, path + "?limit=" + play.any(List.of(1, 3, 100))));
    }

    /** Confirming was refused as the preview was, or wrote what it showed. */
    void requireKept(Play play, Model.Draft draft, Answer confirmed) {
        String code = confirmed.body().path("code").asText(null);
        if (refusal != null) {
            Play.require(
                    refusal.equals(code),
                    "The preview of " + draft.id() + " was refused with " + refusal + ", and confirming "
                            + confirmed.body());
        } else if (actuals != null && confirmed.status() < 300) {
            List<String> written = shown(play, "/actuals?invoice=" + draft.id());
            Play.require(
                    actuals.equals(written),
                    "The preview of " + draft.id() + " showed\n" + String.join("\n", actuals)
                            + "\nand confirming wrote\n" + String.join("\n", written));
        }
    }

    private static List<String> shown(Play play, String path) {
        List<String> shown = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = play.ask(path + cursor);
            page.body().path("actuals").forEach(actual -> shown.add(line(actual)));
            cursor = page.body().has("next") ? (path.contains("?") ? "&" : "?") + "cursor=" + page.at("/next") : "";
        } while (!cursor.isEmpty());
        shown.sort(String::compareTo);
        return shown;
    }

    private static String line(JsonNode actual) {
        StringBuilder line = new StringBuilder();
        SHOWN.forEach(member -> line.append(actual.path(member)).append(' '));
        return line.toString();
    }
}
