package dev.fattura.ledger;

/** What was worked, spent or sold: {@code msdyn_transactionclassification} (domain.md 1.1). Retainer has no known integer; product is a class of ours for product-based lines (docs/decisions.md). */
public enum TransactionClass implements Coded {
    TIME("time"),
    EXPENSE("expense"),
    MATERIAL("material"),
    FEE("fee"),
    MILESTONE("milestone"),
    PRODUCT("product"),
    RETAINER("retainer");

    private final String code;

    TransactionClass(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
