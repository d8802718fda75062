package dev.fattura.ledger;

/** The part that one of two connected records plays (domain.md 1.12). */
public enum ConnectionRole implements Coded {
    UNBILLED_SALES("unbilledSales"),
    COST("cost"),
    BILLED_SALES("billedSales"),
    REVERSING("reversing"),
    REPLACING("replacing"),
    ORIGINAL("original");

    private final String code;

    ConnectionRole(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
