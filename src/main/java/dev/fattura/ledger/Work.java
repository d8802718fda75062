package dev.fattura.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a queue of work that is pending: found without a scan, removed when done (design.md, section 4). Losing or
 * repeating one loses or repeats nothing, since whoever takes it looks at the facts.
 *
 * @param owner the company, or {@code office}
 * @param id of what waits: an actual, a proposal, a journal, an approval, an invoice
 * @param code why it still waits, if it was tried: a stable code
 * @param cause why it still waits, in a sentence for a person
 */
public record Work(Queue queue, String owner, String id, @Nullable String code, @Nullable String cause) {

    /** The owner of the office's own queues. */
    public static final String OFFICE = "office";

    /** The queues. */
    public enum Queue implements Coded {
        /** Office: contracts with invoice schedules, in the order of their next run date. */
        INVOICE_SCHEDULE("invoiceSchedule"),
        /** Office: invoices that are being drafted or confirmed, and a crash may have left so. */
        UNFINISHED_INVOICE("unfinishedInvoice"),
        /** Office: long invoices that are being drafted or confirmed, which a schedule takes to the end. */
        LONG_INVOICE("longInvoice"),
        /** Office: approvals whose actuals may not have crossed yet. */
        CROSSING_APPROVAL("crossingApproval"),
        /** Office: contracts whose header may not have crossed yet. */
        CROSSING_CONTRACT("crossingContract"),
        /** Office: confirmed invoices that finance has not posted and written back yet. */
        CROSSING_INVOICE("crossingInvoice"),
        /** Office: bulk confirmations that have invoices left to confirm. */
        BULK_CONFIRMATION("bulkConfirmation"),
        /** Finance: pages of staged cost and unbilled sales rows that no import has looked at. */
        ARRIVED("arrived"),
        /** Finance: staged cost and unbilled sales rows that are on no journal, and why. */
        IMPORT("import"),
        /** Finance: journals that are not posted. */
        JOURNAL("journal"),
        /** Finance: proposals that are not posted. */
        PROPOSAL("proposal"),
        /** Finance: posted journals whose accounting detail is not written back. */
        WRITE_BACK_JOURNAL("writeBackJournal"),
        /** Finance: posted proposals whose accounting detail is not written back. */
        WRITE_BACK_PROPOSAL("writeBackProposal");

        private final String code;

        Queue(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public static Work of(Queue queue, String owner, String id) {
        return new Work(queue, owner, id, null, null);
    }

    /** The same entry with the reason why it still waits. */
    public Work waiting(String reasonCode, String reason) {
        return new Work(queue, owner, id, reasonCode, reason);
    }
}
