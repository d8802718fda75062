package dev.fattura.ledger;

/** The state of an integration journal; each only ever becomes a later one. Importing is work under way that the next import finishes. */
public enum JournalStatus implements Coded {
    IMPORTING("importing"),
    DRAFT("draft"),
    POSTING("posting"),
    POSTED("posted");

    private final String code;

    JournalStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
