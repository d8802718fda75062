package dev.fattura.ledger;

/**
 * The state of an integration journal (domain.md 3.3). Importing and posting are work under way that the next run finishes. A journal
 * of lines that could not be posted is in error until it is reset to draft; one without lines is canceled; a posted one stays so.
 */
public enum JournalStatus implements Coded {
    IMPORTING("importing"),
    DRAFT("draft"),
    POSTING("posting"),
    POSTED("posted"),
    ERROR("error"),
    CANCELED("canceled");

    private final String code;

    JournalStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
