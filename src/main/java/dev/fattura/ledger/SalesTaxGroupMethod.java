package dev.fattura.ledger;

/** Where the sales tax group of an invoice line comes from: {@code ProjTaxGroupMethod} (domain.md 3.5). */
public enum SalesTaxGroupMethod implements Coded {
    PROJECT("project"),
    CONTRACT("contract"),
    CUSTOMER("customer"),
    /** The first that is given: of the project, the contract, the customer. */
    SEARCH("search");

    private final String code;

    SalesTaxGroupMethod(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
