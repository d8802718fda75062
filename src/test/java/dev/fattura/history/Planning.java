package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The billing backlog marked by hand; proposals edited and taken apart. */
final class Planning {

    static final List<String> MARK = List.of("POST /contracts/{contract}/backlog/mark");
    static final List<String> EDIT_PROPOSAL = List.of("PATCH /proposals/{proposal}");
    static final List<String> DELETE_LINES = List.of("DELETE /proposals/{proposal}/lines");

    private Planning() {}

    static void mark(Play play) {
        Model.Agreed contract = play.any(play.model.contracts);
        List<JsonNode> backlog = Drafting.backlog(play, contract);
        if (backlog.isEmpty()) {
            return;
        }
        ArrayNode entries = Json.array();
        play.some(backlog).forEach(entry -> entries.add(Drafting.chosen(play, entry)));
        ObjectNode body = Json.object().put("status", play.any(List.of("readyToInvoice", "notReady")));
        body.set("lines", entries);
        play.command(
                Call.of("POST", "/contracts/" + contract.id() + "/backlog/mark", body),
                "already-on-invoice",
                "not-to-exceed-failed");
    }

    static void editProposal(Play play) {
        String proposal = "/proposals/" + play.any(List.copyOf(play.model.openProposals));
        String version = play.ask(proposal).headers().get("etag");
        Call call = Call.of("PATCH", proposal, Json.object().put("invoiceDate", Dice.january(play)));
        play.command(version == null ? call : call.with("if-match", version), "proposal-posted", "proposal-not-ready");
    }

    static void deleteLines(Play play) {
        String proposal = play.any(List.copyOf(play.model.openProposals));
        String version = play.ask("/proposals/" + proposal).headers().get("etag");
        Call call = Call.of("DELETE", "/proposals/" + proposal + "/lines");
        int status = play.command(
                        version == null ? call : call.with("if-match", version),
                        "proposal-posted",
                        "proposal-not-ready")
                .status();
        if (status < 300) {
            play.model.openProposals.remove(proposal);
        }
    }
}
