package dev.fattura.ledger;

/** On which date the rate of a sales tax code must hold: {@code TaxCalculationProjDateType} (domain.md 3.5). */
public enum TaxDate implements Coded {
    INVOICE_DATE("invoiceDate"),
    /** The transaction date of each line. */
    PROJECT_DATE("projectDate");

    private final String code;

    TaxDate(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
