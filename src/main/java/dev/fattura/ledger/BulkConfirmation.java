package dev.fattura.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Any number of proforma invoices that are confirmed one after the other, each on its own (domain.md 1.6; the anchor stops at 250).
 *
 * @param invoices how many they are
 * @param accountingDate that was asked for, or null
 * @param by who asked, as the subject of the token: what a schedule confirms of it is this caller's deed as well; null if nobody did
 */
public record BulkConfirmation(Id id, int invoices, @Nullable LocalDate accountingDate, @Nullable String by) {

    /** The id of a bulk confirmation, derived from the command that asked for it. */
    public record Id(UUID value) {

        public static Id of(Command command) {
            return new Id(Identifiers.derived("bulkConfirmation", command.id()));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** How far one of its invoices has got; it only gets further. */
    public enum Status implements Coded {
        SCHEDULED("scheduled", 0),
        PROCESSING("processing", 1),
        COMPLETE("complete", 2),
        FAILED("failed", 2);

        private final String code;
        private final int step;

        Status(String code, int step) {
            this.code = code;
            this.step = step;
        }

        /** Counts from 0 what an entry has gone through. */
        public int step() {
            return step;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * One of its invoices.
     *
     * @param number counts from 0 in the order of the request
     * @param version that the caller has read; null to confirm whatever it is
     * @param failure why it is not confirmed, as a refusal's code; null unless it failed
     * @param cause the same in a sentence for a person
     */
    public record Entry(
            Id confirmation,
            int number,
            Invoice.Id invoice,
            @Nullable Long version,
            Status status,
            @Nullable String failure,
            @Nullable String cause) {

        public static Entry scheduled(Id confirmation, int number, Invoice.Id invoice, @Nullable Long version) {
            return new Entry(confirmation, number, invoice, version, Status.SCHEDULED, null, null);
        }

        public Entry processing() {
            return new Entry(confirmation, number, invoice, version, Status.PROCESSING, null, null);
        }

        public Entry complete() {
            return new Entry(confirmation, number, invoice, version, Status.COMPLETE, null, null);
        }

        public Entry failed(String failureCode, String failureCause) {
            return new Entry(confirmation, number, invoice, version, Status.FAILED, failureCode, failureCause);
        }

        public boolean isDone() {
            return status == Status.COMPLETE || status == Status.FAILED;
        }
    }
}
