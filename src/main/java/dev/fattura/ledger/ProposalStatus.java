package dev.fattura.ledger;

/**
 * The state of an invoice proposal in finance. It goes forward, but that an open one can be recalculated, or get its lines anew
 * (domain.md 3.4). Importing, recalculating and posting are work under way that a retry or the next schedule finishes.
 */
public enum ProposalStatus implements Coded {
    AWAITING_LINES("awaitingLines"),
    IMPORTING("importing"),
    OPEN("open"),
    /** All its lines are there; their sales tax and exchange rate are being computed anew. */
    RECALCULATING("recalculating"),
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
