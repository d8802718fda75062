package dev.fattura.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** What every id has to look like, and how the id of a fact follows from its cause. */
public final class Identifiers {

    /** Ids that people give: letters, digits, dot, underscore and hyphen, so that they need no escaping in a path or a key. */
    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    private Identifiers() {}

    public static boolean isGiven(String id) {
        return GIVEN.matcher(id).matches();
    }

    /** @throws IllegalArgumentException if it cannot be an id that a person gave */
    static String requireGiven(String id) {
        if (!isGiven(id)) {
            throw new IllegalArgumentException("Not an id: " + id);
        }
        return id;
    }

    /**
     * The id of a fact, derived from what it is and what caused it (design.md, rule 2): a repeat writes the same bytes at
     * the same key.
     */
    public static UUID derived(String role, String... causes) {
        String name = role + '\n' + String.join("\n", causes);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
