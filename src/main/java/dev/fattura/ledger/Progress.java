package dev.fattura.ledger;

/**
 * How far a step of an invoice is that takes long.
 *
 * @param done lines that the step is through with
 * @param of lines of the invoice, as far as they are known
 */
public record Progress(Invoice.Id invoice, Step step, long done, long of) {

    /** The steps that go through the lines of an invoice, in the order of its way. */
    public enum Step implements Coded {
        DRAFT("draft"),
        CONFIRM("confirm"),
        IMPORT("import"),
        POST("post"),
        WRITE_BACK("writeBack");

        private final String code;

        Step(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
