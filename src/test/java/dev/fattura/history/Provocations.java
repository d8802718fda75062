package dev.fattura.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Requests that must be refused. A new refusal adds its entry here. */
final class Provocations {

    private static final List<Provocation> ALL = List.of(
            // Not well formed.
            of("body-malformed", When::always, play -> Call.of("POST", "/approvals", "{\"transactions\":[")),
            of("member-missing", When::contracts, play -> approval(play, transaction -> transaction.remove("unit"))),
            of(
                    "member-unknown",
                    When::contracts,
                    play -> approval(play, transaction -> transaction.put("colour", "red"))),
            of(
                    "member-invalid",
                    When::contracts,
                    play -> approval(play, transaction -> transaction.put("date", "2026-02-30"))),
            of(
                    "unknown-value",
                    When::contracts,
                    play -> approval(play, transaction -> transaction.put("class", "lunch"))),
            of(
                    "too-many-decimals",
                    When::contracts,
                    play -> approval(play, transaction -> transaction.put("quantity", "1.005"))),
            of("if-match-required", When::drafts, play -> Call.of("DELETE", "/invoices/" + draft(play))),
            of("header-invalid", When::drafts, play -> Call.of("DELETE", "/invoices/" + draft(play))
                    .with("if-match", "seven")),
            // Not there, or not fitting.
            of("not-found", When::always, Provocations::somethingUnknown),
            of(
                    "unknown-reference",
                    When::contracts,
                    play -> approval(play, transaction -> transaction.put("contract", "ORD-404"))),
            of(
                    "negative-value",
                    When::contracts,
                    play -> approval(play, transaction -> transaction.put("quantity", "-1"))),
            of("wrong-currency", When::contracts, Refusing::wrongCurrency),
            of("wrong-company", When::always, Refusing::wrongCompany),
            of("wrong-contract", Refusing::hasStrangeBacklog, Refusing::wrongContract),
            of("wrong-line", When::contracts, Refusing::wrongLine),
            new Provocation(
                    "line-edited",
                    List.of("no POST /invoices/{invoice}/lines"),
                    Refusing::hasBacklog,
                    Refusing::lineEdited),
            of("milestone-not-ready", Refusing::hasNotReady, Refusing::notReady),
            of("duplicate-line", When::contracts, Refusing::duplicateLine),
            of("nothing-to-invoice", When::contracts, Refusing::nothingToInvoice),
            of("later-than-invoice", When::contracts, Refusing::laterThanInvoice),
            of("account-missing", When::always, Refusing::accountMissing),
            // Not as things stand.
            of("idempotency-key-reused", Refusing::hasKey, Refusing::keyReused),
            of("already-recorded", When::contracts, Refusing::alreadyRecorded),
            of("already-approved", When::approvals, Refusing::alreadyApproved),
            of("already-on-invoice", Refusing::hasDraftedWork, Refusing::alreadyOnInvoice),
            of("invoice-changed", When::drafts, play -> Call.of("DELETE", "/invoices/" + draft(play))
                    .with("if-match", "\"999\"")),
            of("invoice-confirmed", When::confirmed, Provocations::confirmedInvoice),
            of("proposal-one-way", When::confirmed, Provocations::oneWay),
            of("proposal-not-ready", Refusing::hasWaitingProposal, Refusing::proposalNotReady),
            of(
                    "proposal-posted",
                    When::postedProposals,
                    play -> Call.of(
                            "POST", "/proposals/" + play.any(List.copyOf(play.model.postedProposals)) + "/post")),
            of(
                    "journal-posted",
                    When::postedJournals,
                    play -> Call.of(
                            "POST", "/journals/" + play.any(List.copyOf(play.model.postedJournals)) + "/post")));

    private static final int ATTEMPTS = 4;

    private Provocations() {}

    private static Provocation of(String code, Predicate<Play> possible, Function<Play, Call> call) {
        return new Provocation(code, List.of(), possible, call);
    }

    /** Those whose routes are in the template. */
    static List<Provocation> available() {
        return Available.PROVOCATIONS;
    }

    /** Sends one of those that can be sent as things stand. */
    static void provoke(Play play) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Provocation provocation = play.any(available());
            if (provocation.possible().test(play)) {
                play.tell("-- provoke " + provocation.code());
                play.provoke(provocation.code(), provocation.call().apply(play));
                return;
            }
        }
    }

    /** A batch whose last transaction is spoilt; those before it are not to be approved either. */
    static Call approval(Play play, Consumer<ObjectNode> spoil) {
        ObjectNode body = Json.object();
        var transactions = body.putArray("transactions");
        transactions.add(Recording.transaction(play, play.any(play.model.contracts)));
        ObjectNode spoilt = Recording.transaction(play, play.any(play.model.contracts));
        spoil.accept(spoilt);
        transactions.add(spoilt);
        return Call.of("POST", "/approvals", body);
    }

    private static String draft(Play play) {
        return play.any(play.model.drafts).id();
    }

    private static Call somethingUnknown(Play play) {
        return play.any(List.of(
                Call.of("POST", "/journals/USMF-IJ-000404/post"),
                Call.of("POST", "/proposals/INV-404/post"),
                Call.of("DELETE", "/invoices/INV-404").with("if-match", "\"1\""),
                Call.of("GET", "/invoices/INV-404"),
                Call.of("GET", "/invoices/INV-404/lineage")));
    }

    private static Call confirmedInvoice(Play play) {
        String invoice = "/invoices/" + play.any(play.model.confirmed).id();
        Call call = play.any(List.of(
                Call.of("DELETE", invoice),
                Call.of("PATCH", invoice, Json.object().put("invoiceDate", "2026-01-01")),
                Call.of("POST", invoice + "/confirm", "{\"accountingDate\":\"2026-01-30\"}")));
        return call.with("if-match", "\"77\"");
    }

    private static Call oneWay(Play play) {
        String proposal = "/proposals/" + play.any(play.model.confirmed).id();
        return play.any(List.of(
                Call.of("POST", "/proposals", "{}"), Call.of("PUT", proposal, "{}"), Call.of("DELETE", proposal)));
    }

    private static final class Available {
        static final List<Provocation> PROVOCATIONS =
                ALL.stream().filter(Provocation::exists).toList();
    }
}
