package dev.fattura.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change: the id under which a repeat is known, and the hash of what was asked (design.md, rule 6).
 *
 * @param id of the caller's Idempotency-Key, else derived from the request, or from what a schedule is to do; the two never meet
 * @param hash of method, path, condition and body: the same id with another hash is refused
 * @param remembered whether the caller chose the id, so that its answer, also a refusal, is kept
 * @param by the subject of the caller's token; null where nobody asked, but a schedule or a stream
 */
public record Command(String id, String hash, boolean remembered, @Nullable String by) {

    /** A command that nobody asked for. */
    public Command(String id, String hash, boolean remembered) {
        this(id, hash, remembered, null);
    }
}
