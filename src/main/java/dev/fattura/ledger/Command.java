package dev.fattura.ledger;

/**
 * Who asks for a change: the id under which a repeat is known, and the hash of what was asked (design.md, rule 6).
 *
 * @param id the caller's Idempotency-Key, else derived from the request
 * @param hash of method, path, condition and body: the same id with another hash is refused
 * @param remembered whether the caller chose the id, so that its answer, also a refusal, is kept
 */
public record Command(String id, String hash, boolean remembered) {}
