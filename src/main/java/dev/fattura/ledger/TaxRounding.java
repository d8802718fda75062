package dev.fattura.ledger;

/** What sales tax is rounded for. */
public enum TaxRounding implements Coded {
    /** Each line for itself; the tax of the invoice is their sum. */
    LINE("line"),
    /** The tax of a code once for the whole invoice; the lines get shares that sum to it. */
    INVOICE("invoice");

    private final String code;

    TaxRounding(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
