package dev.fattura.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How unbilled sales stand to the not-to-exceed limits of their contract (domain.md 1.5).
 *
 * @param level the first level whose limit they would exceed; null unless they failed
 */
public record NotToExceed(Status status, @Nullable Level level) {

    public static final NotToExceed NOT_APPLICABLE = new NotToExceed(Status.NOT_APPLICABLE, null);
    public static final NotToExceed COMMITTED = new NotToExceed(Status.COMMITTED, null);
    public static final NotToExceed NOT_EVALUATED = new NotToExceed(Status.NOT_EVALUATED, null);

    public static NotToExceed failed(Level level) {
        return new NotToExceed(Status.FAILED, level);
    }

    /** Whether they may be marked ready to invoice: what is not counted within the limits may not. */
    public boolean mayBeReady() {
        return status == Status.COMMITTED || status == Status.NOT_APPLICABLE;
    }

    /** The outcomes of an evaluation. */
    public enum Status implements Coded {
        /** There is no limit, or it is nothing that a limit counts. */
        NOT_APPLICABLE("notApplicable"),
        /** Reset: counted nowhere until it is evaluated again. */
        NOT_EVALUATED("notEvaluated"),
        /** Counted within every limit. */
        COMMITTED("committed"),
        /** Beyond a limit, and counted nowhere. */
        FAILED("failed");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Where a limit can be agreed, in the order in which limits are evaluated. */
    public enum Level implements Coded {
        LINE_CUSTOMER("customerOnLine"),
        LINE("line"),
        CUSTOMER("customerOnContract"),
        CONTRACT("contract");

        private final String code;

        Level(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
