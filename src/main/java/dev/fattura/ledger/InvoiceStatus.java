package dev.fattura.ledger;

/** The state of a proforma invoice; each only ever becomes a later one. Drafting and confirming are work under way that a retry or the sweep finishes. */
public enum InvoiceStatus implements Coded {
    DRAFTING("drafting"),
    DRAFT("draft"),
    IN_REVIEW("inReview"),
    DELETED("deleted"),
    CONFIRMING("confirming"),
    CONFIRMED("confirmed"),
    POSTED("posted");

    private final String code;

    InvoiceStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
