package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.support.World.Answer;
import java.util.List;

/** The billing backlog marked by hand; proposals edited and taken apart. */
final class Planning {

    static final List<String> MARK = List.of("POST /contracts/{contract}/backlog/mark");
    static final List<String> EDIT_PROPOSAL = List.of("PATCH /proposals/{proposal}");
    static final List<String> DELETE_LINES = List.of("DELETE /proposals/{proposal}/lines");

    static final List<String> CANCEL = List.of("POST /approvals/{transaction}/cancel");

    /** So many entries can be chosen at once. */
    private static final int MOST_ENTRIES = 49;

    private Planning() {}

    static void mark(Play play) {
        Model.Agreed contract = play.any(play.model.contracts);
        List<JsonNode> backlog = Drafting.backlog(play, contract);
        if (backlog.isEmpty()) {
            return;
        }
        ObjectNode body = Json.object().put("status", play.any(List.of("readyToInvoice", "notReady")));
        if (play.oneIn(3)) {
            body.put("upTo", Dice.date(play));
        } else {
            ArrayNode entries = body.putArray("entries");
            play.some(backlog).stream()
                    .limit(MOST_ENTRIES)
                    .forEach(entry -> entries.add(entry.path("entry").asText()));
        }
        play.command(Call.of("POST", "/contracts/" + contract.id() + "/backlog/mark", body), "not-to-exceed");
    }

    /** What stands beyond a limit is looked at again; what stands within is taken out of it. */
    static void evaluate(Play play) {
        Model.Agreed contract = play.any(play.model.contracts);
        String path = "/contracts/" + contract.id() + "/backlog/";
        List<JsonNode> backlog = Drafting.backlog(play, contract);
        if (backlog.isEmpty() || play.oneIn(2)) {
            play.command(Call.of("POST", path + "reevaluate", Json.object()));
        } else {
            ObjectNode body = Json.object();
            body.putArray("entries").add(play.any(backlog).path("entry").asText());
            play.command(Call.of("POST", path + "reset", body));
        }
    }

    /** Of a transaction that is on an invoice it is refused. */
    static void cancelApproval(Play play) {
        Call approval = play.any(play.model.approvals);
        JsonNode approved = Refusing.read(approval.body()).path("transactions");
        String transaction = approved.path(play.random.nextInt(approved.size()))
                .path("transaction")
                .asText();
        ObjectNode body = Json.object();
        if (play.oneIn(2)) {
            body.put("accountingDate", Dice.january(play));
        }
        Call call = Call.of("POST", "/approvals/" + transaction + "/cancel", body);
        Answer cancelled = play.command(call, "already-on-invoice");
        if (cancelled.status() < 300) {
            Standing.ask(play, "approval=" + cancelled.at("/approval"));
            // It is cancelled for good, and the batch cannot be sent again.
            play.model.approvals.remove(approval);
            play.command(call);
        }
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
