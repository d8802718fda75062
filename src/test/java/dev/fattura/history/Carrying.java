package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import java.util.List;

/** Streams, imports, posts, sweeps. */
final class Carrying {

    private Carrying() {}

    static void deliver(Play play) {
        play.deliver(play.any(List.of(World.Course.values())));
    }

    static void deliverAllAgain(Play play) {
        play.tell("all records come again");
        play.world.forgetDeliveries();
        play.deliver(play.any(List.of(World.Course.values())));
    }

    static void loseRecords(Play play) {
        play.tell("records are lost");
        play.world.loseRecords();
    }

    static void importAll(Play play) {
        imported(play, play.schedule("import-staging"));
    }

    static void importCompany(Play play) {
        ObjectNode body = Json.object().put("company", play.any(Recording.COMPANIES));
        imported(play, play.command(Call.of("POST", "/staging/import", body)));
    }

    static void importProposal(Play play) {
        ObjectNode body =
                Json.object().put("proposal", play.any(play.model.confirmed).id());
        // Its header may not have crossed yet.
        imported(play, play.command(Call.of("POST", "/staging/import", body), "unknown-reference"));
    }

    private static void imported(Play play, Answer answer) {
        for (JsonNode journal : answer.body().path("journals")) {
            play.model.openJournals.add(journal.path("journal").asText());
        }
        for (JsonNode proposal : answer.body().path("proposals")) {
            play.model.openProposals.add(proposal.path("proposal").asText());
        }
    }

    static void postJournal(Play play) {
        String journal = play.any(List.copyOf(play.model.openJournals));
        Call call = Call.of("POST", "/journals/" + journal + "/post");
        posted(play, play.command(call, "journal-posted", "journal-error", "journal-canceled", "original-unposted"));
        String status = play.ask("/journals/" + journal).at("/status");
        if (status.equals("posted")) {
            play.model.openJournals.remove(journal);
            play.model.postedJournals.add(journal);
        }
    }

    static void postProposal(Play play) {
        String proposal = play.any(List.copyOf(play.model.openProposals));
        ObjectNode body = Json.object();
        if (play.oneIn(3)) {
            body.put("invoiceDate", Dice.january(play));
        }
        posted(
                play,
                play.command(
                        Call.of("POST", "/proposals/" + proposal + "/post", body), "proposal-posted", "period-closed"));
        if (play.ask("/proposals/" + proposal).at("/status").equals("posted")) {
            play.model.openProposals.remove(proposal);
            play.model.postedProposals.add(proposal);
        }
    }

    static void postAllJournals(Play play) {
        posted(play, play.schedule("post-journals"));
    }

    static void postAllProposals(Play play) {
        posted(play, play.schedule("post-proposals"));
    }

    private static void posted(Play play, Answer answer) {
        for (JsonNode journal : answer.body().path("journals")) {
            String id = journal.path("journal").asText();
            if (journal.path("status").asText().equals("posted")) {
                play.model.openJournals.remove(id);
                play.model.postedJournals.add(id);
            } else {
                play.model.openJournals.add(id);
            }
        }
        for (JsonNode proposal : answer.body().path("proposals")) {
            play.model.openProposals.remove(proposal.path("proposal").asText());
            play.model.postedProposals.add(proposal.path("proposal").asText());
        }
    }

    /** What has been posted without being asked for. */
    static void lookAround(Play play) {
        for (Model.Draft invoice : play.model.confirmed) {
            Answer proposal = play.world.call("GET", "/proposals/" + invoice.id(), null);
            if (proposal.status() == 200 && proposal.at("/status").equals("posted")) {
                play.model.openProposals.remove(invoice.id());
                play.model.postedProposals.add(invoice.id());
            }
        }
    }

    static void sweep(Play play) {
        Answer report = play.schedule("sweep");
        Play.require(report.body().path("failures").isEmpty(), "The sweep failed: " + report.body());
    }
}
