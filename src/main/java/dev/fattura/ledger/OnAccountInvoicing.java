package dev.fattura.ledger;

/** Where the invoiced value of a milestone is posted (domain.md 3.7). */
public enum OnAccountInvoicing implements Coded {
    PROFIT_AND_LOSS("profitAndLoss"),
    BALANCE("balance");

    private final String code;

    OnAccountInvoicing(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
