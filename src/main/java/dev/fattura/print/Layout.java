package dev.fattura.print;

import dev.fattura.ledger.Coded;

/** How much of an invoice is printed: {@code ProjDefaultInvoiceLayout} (domain.md 3.4). */
enum Layout implements Coded {
    /** Every line, under the contract line that it bills. */
    DETAIL("detail"),
    /** One line for each contract line. */
    SUMMARY("summary"),
    /** One line for each transaction class. */
    SUMMARY_BY_CATEGORY("summaryByCategory");

    private final String code;

    Layout(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
