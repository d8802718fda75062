package dev.fattura.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Any number of proforma invoices that are confirmed one after the other, each on its own (domain.md 1.6; the anchor stops at 250).
 *
 * @param request the first confirmation of the same request; for all of them an invoice is confirmed by one command
 * @param times how many confirmations of the request there are, which only the first one is told
 * @param invoices how many they are
 * @param accountingDate that was asked for, or null
 * @param by who asked, as the subject of the token: what a schedule confirms of it is this caller's deed as well; null if nobody did
 */
public record BulkConfirmation(
        Id id, Id request, long times, int invoices, @Nullable LocalDate accountingDate, @Nullable String by) {

    /** The first confirmation of a request. */
    public static BulkConfirmation of(Command command, int invoices, @Nullable LocalDate accountingDate) {
        Id id = Id.of(command);
        return new BulkConfirmation(id, id, 1, invoices, accountingDate, command.by());
    }

    /** The first confirmation, told of one more. */
    public BulkConfirmation oneMore() {
        return new BulkConfirmation(id, request, times + 1, invoices, accountingDate, by);
    }

    /** The newest confirmation of the request that this is the first one of. */
    public Id newest() {
        return times == 1 ? id : Id.again(request, times);
    }

    /** The same under another id, asked for by this command. */
    public BulkConfirmation as(Id other, Command command) {
        return new BulkConfirmation(other, request, times, invoices, accountingDate, command.by());
    }

    /**
     * The id of a bulk confirmation, derived from the command that asked for it. What is asked for is a part of it: else what one attempt
     * has written down would be confirmed for another that has the same Idempotency-Key and asks for less.
     */
    public record Id(UUID value) {

        private static Id of(Command command) {
            return new Id(Identifiers.derived("bulkConfirmation", command.id(), command.hash()));
        }

        private static Id again(Id request, long times) {
            return new Id(Identifiers.derived("bulkConfirmation", request.toString(), Long.toString(times)));
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
