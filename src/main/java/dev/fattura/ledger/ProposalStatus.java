package dev.fattura.ledger;

/** The state of an invoice proposal in finance; each only ever becomes a later one. Importing and posting are work under way that a retry or the next schedule finishes. */
public enum ProposalStatus implements Coded {
    AWAITING_LINES("awaitingLines"),
    IMPORTING("importing"),
    OPEN("open"),
    POSTING("posting"),
    POSTED("posted");

    private final String code;

    ProposalStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
