package dev.fattura.inquiry;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Retainer;
import dev.fattura.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a retainer (domain.md 1.10), as the facts and claims say. What is available is always what was used, refunded
 * and is still open.
 *
 * @param invoice the invoice that has it, or null
 * @param available its amount once it has been invoiced, else zero
 * @param used what confirmed invoices apply of it
 * @param refunded what confirmed invoices pay back of it
 * @param balance what is open, also where a draft has it
 * @param refundStatus null where nobody has asked for a refund
 */
record RetainerAccount(
        Retainer retainer,
        Status status,
        Invoice.@Nullable Id invoice,
        Money available,
        Money used,
        Money refunded,
        Money balance,
        @Nullable RefundStatus refundStatus) {

    /** The invoice status of a retainer. */
    enum Status implements Coded {
        NOT_READY("notReady"),
        READY_TO_INVOICE("readyToInvoice"),
        CUSTOMER_INVOICE_CREATED("customerInvoiceCreated"),
        CUSTOMER_INVOICE_POSTED("customerInvoicePosted");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** How far the refund of what is open has come. */
    enum RefundStatus implements Coded {
        READY_TO_REFUND("readyToRefund"),
        REFUNDED("refunded");

        private final String code;

        RefundStatus(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
