package dev.fattura.watch;

/**
 * What is measured of the flow, left to right. {@code docs/runbook.md} says what each means; the dashboard of the template shows them
 * all.
 */
public enum Metric {
    /** Proforma invoices that a request or the schedule has sealed. */
    INVOICES_CONFIRMED("InvoicesConfirmed", Unit.COUNT),
    /** Rows that became part of the actuals staging table. */
    LINES_CROSSED("LinesCrossed", Unit.COUNT),
    /** Proposal headers that were not in finance before. */
    PROPOSALS_CROSSED("ProposalsCrossed", Unit.COUNT),
    /** Proposals that got all their lines. */
    PROPOSALS_IMPORTED("ProposalsImported", Unit.COUNT),
    JOURNALS_IMPORTED("JournalsImported", Unit.COUNT),
    PROPOSALS_POSTED("ProposalsPosted", Unit.COUNT),
    JOURNALS_POSTED("JournalsPosted", Unit.COUNT),
    PROPOSALS_WRITTEN_BACK("ProposalsWrittenBack", Unit.COUNT),
    JOURNALS_WRITTEN_BACK("JournalsWrittenBack", Unit.COUNT),
    /** From the seal in the office to the proposal header in finance. */
    CONFIRMATION_TO_PROPOSAL("ConfirmationToProposal", Unit.MILLISECONDS),
    /** From the proposal header to the posted proposal. */
    PROPOSAL_TO_POSTING("ProposalToPosting", Unit.MILLISECONDS),
    /** From the posted proposal to the customer invoice on the proforma. */
    POSTING_TO_WRITE_BACK("PostingToWriteBack", Unit.MILLISECONDS),
    /** What a scheduled import tried and left waiting: all, and by cause. */
    IMPORT_WAITING("ImportWaiting", Unit.COUNT),
    /** Journals that scheduled posting tried and left waiting: all, and by cause. */
    JOURNAL_POSTING_WAITING("JournalPostingWaiting", Unit.COUNT),
    /** Proposals that scheduled posting tried and left waiting: all, and by cause. */
    PROPOSAL_POSTING_WAITING("ProposalPostingWaiting", Unit.COUNT),
    /** Of what waits for import, proposals whose staged rows contradict what the office has sealed. */
    CONTROL_TOTAL_MISMATCHES("ControlTotalMismatches", Unit.COUNT),
    /** Attempts to cross that were parked as a sync error, new or again. */
    SYNC_ERRORS_PARKED("SyncErrorsParked", Unit.COUNT),
    /** Sync errors that a sweep has left open. */
    SYNC_ERRORS_OPEN("SyncErrorsOpen", Unit.COUNT),
    /** What a sweep had to carry because no stream had; normally nothing. */
    SWEEP_CARRIED("SweepCarried", Unit.COUNT),
    /** Entries of queues that a sweep could not carry. */
    SWEEP_FAILURES("SweepFailures", Unit.COUNT);

    /** The unit as CloudWatch writes it. */
    private enum Unit {
        COUNT("Count"),
        MILLISECONDS("Milliseconds");

        private final String text;

        Unit(String text) {
            this.text = text;
        }
    }

    private final String text;
    private final Unit unit;

    Metric(String text, Unit unit) {
        this.text = text;
        this.unit = unit;
    }

    /** Its name in CloudWatch. */
    public String text() {
        return text;
    }

    String unit() {
        return unit.text;
    }
}
