package dev.fattura.history;

/** What has to be there for something to be done. */
final class When {

    private When() {}

    static boolean always(Play play) {
        return play != null;
    }

    static boolean contracts(Play play) {
        return !play.model.contracts.isEmpty();
    }

    static boolean fewContracts(Play play) {
        return play.model.contracts.size() < 5;
    }

    static boolean approvals(Play play) {
        return !play.model.approvals.isEmpty();
    }

    static boolean drafts(Play play) {
        return !play.model.drafts.isEmpty();
    }

    static boolean confirmed(Play play) {
        return !play.model.confirmed.isEmpty();
    }

    static boolean confirmations(Play play) {
        return !play.model.confirmations.isEmpty();
    }

    static boolean invoices(Play play) {
        return drafts(play) || confirmed(play);
    }

    static boolean journals(Play play) {
        return !play.model.openJournals.isEmpty();
    }

    static boolean postedJournals(Play play) {
        return !play.model.postedJournals.isEmpty();
    }

    static boolean proposals(Play play) {
        return !play.model.openProposals.isEmpty();
    }

    static boolean postedProposals(Play play) {
        return !play.model.postedProposals.isEmpty();
    }

    static boolean retainers(Play play) {
        return !play.model.retainerCalls.isEmpty();
    }

    static boolean kept(Play play) {
        return !play.kept().isEmpty();
    }
}
