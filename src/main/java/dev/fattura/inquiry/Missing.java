package dev.fattura.inquiry;

import dev.fattura.ledger.Identifiers;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.util.Locale;
import java.util.UUID;

/** What is asked for and is not there. */
final class Missing {

    private Missing() {}

    static Refused of(String what, Object id) {
        return new Refused(RefusalCode.NOT_FOUND, "There is no " + what + " " + id + ".");
    }

    /** An id that a person gave, from a query parameter; one that cannot be an id names nothing that exists. */
    static String requireGiven(String what, String id) {
        if (!Identifiers.isGiven(id)) {
            throw new Refused(RefusalCode.NOT_FOUND, "There is no such " + what + ".");
        }
        return id;
    }

    /** A derived id; one that cannot be an id names nothing that exists. */
    static UUID requireDerived(String what, String id) {
        try {
            UUID uuid = UUID.fromString(id);
            if (uuid.toString().equals(id.toLowerCase(Locale.ROOT))) {
                return uuid;
            }
        } catch (IllegalArgumentException malformed) {
            // Refused below, as a short form is.
        }
        throw new Refused(RefusalCode.NOT_FOUND, "There is no such " + what + ".");
    }
}
