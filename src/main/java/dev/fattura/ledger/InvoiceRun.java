package dev.fattura.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One run of the invoice schedules of a contract for one of its customers (domain.md 1.13): all lines with the same run date share
 * one invoice.
 *
 * @param invoice the draft that it made; null if there was nothing to invoice, or it failed
 * @param cause why it failed, in a sentence for a person; null otherwise
 */
public record InvoiceRun(
        Contract.Id contract,
        String customer,
        LocalDate runDate,
        Status status,
        Invoice.@Nullable Id invoice,
        @Nullable String cause) {

    /** How a run went. */
    public enum Status implements Coded {
        NOT_RUN("notRun"),
        RUN_SUCCESSFUL("runSuccessful"),
        RUN_FAILED("runFailed");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
