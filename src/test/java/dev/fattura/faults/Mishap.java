package dev.fattura.faults;

import java.io.IOException;
import java.util.Optional;

/** What becomes of a call of the store. */
@FunctionalInterface
interface Mishap {

    /** Nothing happens to any. */
    Mishap NONE = call -> Optional.of(call.forward());

    /** The answer, or none when the connection is cut. */
    Optional<StoreCall.Answer> of(StoreCall call) throws IOException;
}
