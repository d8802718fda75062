package dev.fattura.ledger;

/**
 * A number sequence of a company (or of the office): which number comes next. Numbers are bound to a document in the same
 * transaction that takes them, so there are no gaps and no repeats.
 */
public record NumberSequence(Id id, long next) {

    /**
     * What is numbered, for whom.
     *
     * @param owner the company, or {@code office}
     */
    public record Id(Kind kind, String owner) {

        public String prefix() {
            return kind.prefixed ? owner + "-" + kind.infix : kind.infix;
        }
    }

    /** The sequences that Fattura draws from. */
    public enum Kind implements Coded {
        PROFORMA_INVOICE("proformaInvoice", "PRF-", false),
        JOURNAL("journal", "IJ-", true),
        VOUCHER("voucher", "PV-", true),
        CUSTOMER_INVOICE("customerInvoice", "CI-", true);

        private final String code;
        private final String infix;
        private final boolean prefixed;

        Kind(String code, String infix, boolean prefixed) {
            this.code = code;
            this.infix = infix;
            this.prefixed = prefixed;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** The next numbers, without taking them. */
    public NumberRange range(long count) {
        return new NumberRange(id.prefix(), next, count);
    }

    /** The sequence once those numbers are taken. */
    public NumberSequence after(NumberRange taken) {
        return new NumberSequence(id, taken.first() + taken.count());
    }
}
