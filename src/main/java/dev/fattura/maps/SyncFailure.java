package dev.fattura.maps;

import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.SyncErrorCode;
import java.time.DateTimeException;
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
                    "The stored " + what + " cannot be read: " + told(unreadable) + ".");
        }
    }

    /** What may be told about a failure: what we say ourselves. All others name classes, tables or accounts; those are in the log. */
    public static String told(RuntimeException failure) {
        boolean ours = failure instanceof SyncFailure
                || failure instanceof IllegalStateException
                || failure instanceof IllegalArgumentException
                || failure instanceof DateTimeException;
        String message = ours ? failure.getMessage() : null;
        return message == null ? "it is not as it should be" : message;
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
