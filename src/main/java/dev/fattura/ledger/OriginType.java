package dev.fattura.ledger;

/** The kind of record that a transaction came from (domain.md 1.12). */
public enum OriginType implements Coded {
    APPROVED_TRANSACTION("approvedTransaction"),
    MILESTONE("milestone"),
    PRODUCT_LINE("productLine"),
    RETAINER("retainer"),
    INVOICE("invoice"),
    INVOICE_LINE("invoiceLine"),
    INVOICE_LINE_DETAIL("invoiceLineDetail");

    private final String code;

    OriginType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
