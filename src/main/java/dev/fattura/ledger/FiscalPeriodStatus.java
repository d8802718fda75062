package dev.fattura.ledger;

/** Whether a fiscal period takes postings: only an open one does. */
public enum FiscalPeriodStatus implements Coded {
    OPEN("open"),
    ON_HOLD("onHold"),
    CLOSED("closed");

    private final String code;

    FiscalPeriodStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
