package dev.fattura.contract;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Invoice;
import dev.fattura.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What has become of what a contract sells (domain.md 1.9), derived from the billing backlog and the claims of invoices.
 *
 * @param customer who is billed
 * @param invoice that has it; null while none has
 */
record SoldStatus(String customer, Money amount, Step step, Invoice.@Nullable Id invoice) {

    /** The status of a milestone or product of one customer. */
    enum Step implements Coded {
        NOT_READY("notReady"),
        READY_TO_INVOICE("readyToInvoice"),
        CUSTOMER_INVOICE_CREATED("customerInvoiceCreated"),
        CUSTOMER_INVOICE_POSTED("customerInvoicePosted");

        private final String code;

        Step(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** The status of a milestone of several customers, or of a progress-based line. */
    enum Whole implements Coded {
        NOT_STARTED("notStarted"),
        IN_PROGRESS("inProgress"),
        COMPLETED("completed");

        private final String code;

        Whole(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    boolean posted() {
        return step == Step.CUSTOMER_INVOICE_POSTED;
    }
}
