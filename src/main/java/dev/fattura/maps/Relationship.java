package dev.fattura.maps;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Connection;

/** A transaction connection together with the actual that holds it, as the relationships map reads it. */
public record Relationship(Actual actual, Connection connection) {}
