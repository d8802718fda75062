package dev.fattura.ledger;

/** How a fixed-price line is invoiced (domain.md 1.3, 1.9). */
public enum InvoiceScheduleType implements Coded {
    /** By the milestones that were agreed. */
    COMPLETED_MILESTONES("completedMilestones"),
    /** By percentages of the contracted amount, each of which becomes a milestone when it is marked ready. */
    PROGRESS_BASED("progressBased");

    private final String code;

    InvoiceScheduleType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
