package dev.fattura.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An expected refusal: what was asked cannot be done, and nothing of it was. It carries no stack trace, since it is an
 * answer and not a defect.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final @Nullable String pointer;
    private boolean ends;

    /**
     * @param detail what happened, in a sentence for a person
     * @param pointer the JSON pointer of the member of the request that is at fault, or null
     */
    public Refused(RefusalCode code, String detail, @Nullable String pointer) {
        super(detail, null, false, false);
        this.code = code;
        this.pointer = pointer;
    }

    public Refused(RefusalCode code, String detail) {
        this(code, detail, null);
    }

    /** The same, of a command that had begun and that nobody can end otherwise any more. */
    public Refused ending() {
        ends = true;
        return this;
    }

    public boolean ends() {
        return ends;
    }

    public RefusalCode code() {
        return code;
    }

    /** What happened, in a sentence for a person. */
    public String detail() {
        String detail = getMessage();
        return detail == null ? code.code() : detail;
    }

    public @Nullable String pointer() {
        return pointer;
    }
}
