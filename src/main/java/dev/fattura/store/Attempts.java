package dev.fattura.store;

import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads, decides and commits again when somebody else was faster, a bounded number of times. */
public final class Attempts {

    private static final int MOST = 8;

    private Attempts() {}

    /** The result of the first attempt that has one; an attempt whose commit did not happen has none. */
    public static <T> T untilDone(Supplier<Optional<T>> attempt) {
        for (int count = 0; count < MOST; count++) {
            Optional<T> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new Refused(RefusalCode.COMMAND_IN_PROGRESS, "Others are changing the same thing at this moment.");
    }
}
