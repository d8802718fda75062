package dev.fattura.ledger;

import java.util.UUID;

/**
 * A transaction connection (domain.md 1.12), kept with the later of its two records: the record that holds it plays
 * {@code role}, the other one {@code otherRole}.
 */
public record Connection(ConnectionRole role, UUID other, ConnectionRole otherRole) {

    /** The connection's own id, which follows from its two ends. */
    public UUID id(UUID holder) {
        return Identifiers.derived("connection", holder.toString(), role.code(), other.toString(), otherRole.code());
    }
}
