package dev.fattura.ledger;

/**
 * {@code msdyn_adjustmentstatus} (domain.md 1.1): normal is blank there; a reversal is unadjustable.
 *
 * <p>An actual is written normal or unadjustable. Adjusted it becomes by what is written later, and is nowhere stored.
 */
public enum AdjustmentStatus implements Coded {
    NORMAL("normal"),
    ADJUSTED("adjusted"),
    UNADJUSTABLE("unadjustable");

    private final String code;

    AdjustmentStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
