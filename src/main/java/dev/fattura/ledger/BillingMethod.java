package dev.fattura.ledger;

/** How a contract line bills (domain.md 1.3); a product-based line is sold by the piece. */
public enum BillingMethod implements Coded {
    TIME_AND_MATERIAL("timeAndMaterial"),
    FIXED_PRICE("fixedPrice"),
    PRODUCT("product");

    private final String code;

    BillingMethod(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
