package dev.fattura.ledger;

/** A transaction origin (domain.md 1.12): the record that a transaction came from. */
public record Origin(OriginType type, String id) {}
