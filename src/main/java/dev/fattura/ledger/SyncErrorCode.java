package dev.fattura.ledger;

/** Why something could not cross and will not cross by itself: a stable code, and what a person can do (domain.md 4.6). */
public enum SyncErrorCode implements Coded {
    RECORD_UNREADABLE("record-unreadable", "Mend the record that the reference names, then retry."),
    RECORD_MISSING("record-missing", "Find out why the record is gone, bring it back, then retry."),
    VALUE_MISSING("value-missing", "Give the column a value at the source, or a default in the table map, then retry."),
    VALUE_UNMAPPED(
            "value-unmapped", "Add the value to the value map of the table map, or give it a default, then retry."),
    VALUE_INVALID("value-invalid", "Correct the table map, so that the target can hold what arrives, then retry."),
    TARGET_MISSING("target-missing", "Bring what it belongs to back to the other side, then retry."),
    TARGET_CONTRADICTS(
            "target-contradicts",
            "What has crossed is never changed: find out which side is right, mend the other, then retry."),
    BATCH_GIVEN_UP(
            "batch-given-up", "Look for the cause in the log of the function; the sweep carries what is missing.");

    private final String code;
    private final String remedy;

    SyncErrorCode(String code, String remedy) {
        this.code = code;
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return code;
    }

    /** What a person can do about it. */
    public String remedy() {
        return remedy;
    }
}
