package dev.fattura.ledger;

/** What an actual records: {@code msdyn_transactiontypecode} (domain.md 1.1). */
public enum TransactionType implements Coded {
    COST("cost"),
    UNBILLED_SALES("unbilledSales"),
    BILLED_SALES("billedSales");

    private final String code;

    TransactionType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
