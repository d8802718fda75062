package dev.fattura.maps;

import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.SyncErrorCode;
import java.util.function.Supplier;

/**
 * Why a record cannot cross, for a reason that will not pass by itself. Whoever carries it parks it as a sync error and goes on
 * with the others; everything else that is thrown is trouble that may pass, and the record is tried again.
 */
public final class SyncFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Crossing crossing;
    private final SyncErrorCode code;

    /** A failure of a crossing; the cause is a sentence for a person. */
    public SyncFailure(Crossing crossing, SyncErrorCode code, String cause) {
        super(cause, null, false, false);
        this.crossing = crossing;
        this.code = code;
    }

    /** Reads a record; whatever is thrown means that what the table holds is no such record. */
    public static <T> T reading(Crossing crossing, String what, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RuntimeException unreadable) {
            throw new SyncFailure(
                    crossing,
                    SyncErrorCode.RECORD_UNREADABLE,
                    "The stored " + what + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    public Crossing crossing() {
        return crossing;
    }

    public SyncErrorCode code() {
        return code;
    }

    /** What is wrong, in a sentence for a person. */
    public String cause() {
        String cause = getMessage();
        return cause == null ? code.code() : cause;
    }
}
