package dev.fattura.inquiry;

import dev.fattura.ledger.Coded;

/** What is counted or summed of an invoice at a stage of its way. */
enum Measure implements Coded {
    COUNT("count", false),
    /** The value of all lines, whether charged or not. */
    AMOUNT("amount", false),
    /** What the customer pays without sales tax. */
    CHARGED("charged", false),
    SALES_TAX("salesTax", false),
    /** What the customer pays. */
    TOTAL("total", false),
    /** The value of all lines in accounting currency. */
    ACCOUNTING_AMOUNT("accountingAmount", true),
    /** What the customer pays without sales tax, in accounting currency. */
    ACCOUNTING_CHARGED("accountingCharged", true),
    /** What the customer pays, in accounting currency. */
    ACCOUNTING_TOTAL("accountingTotal", true);

    private final String code;
    private final boolean accounting;

    Measure(String code, boolean accounting) {
        this.code = code;
        this.accounting = accounting;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether it is in accounting currency, and not in that of the invoice. */
    boolean accounting() {
        return accounting;
    }
}
