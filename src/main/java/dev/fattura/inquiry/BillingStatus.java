package dev.fattura.inquiry;

import dev.fattura.ledger.Coded;

/** {@code msdyn_billingstatus} (domain.md 1.1, 1.13): how far sales are on their way to the customer. */
enum BillingStatus implements Coded {
    UNBILLED_SALES_CREATED("unbilledSalesCreated"),
    READY_TO_INVOICE("readyToInvoice"),
    /** On a proforma that is not confirmed. */
    CUSTOMER_INVOICE_CREATED("customerInvoiceCreated"),
    /** Confirmed, whether or not finance has posted it. */
    CUSTOMER_INVOICE_POSTED("customerInvoicePosted");

    private final String code;

    BillingStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
