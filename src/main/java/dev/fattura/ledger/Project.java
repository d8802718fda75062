package dev.fattura.ledger;

import java.util.Map;

/**
 * A project in the office.
 *
 * @param financialDimensions the values of finance's dimensions that its transactions get, by their names (domain.md 3.8)
 */
public record Project(Id id, Company.Id company, String name, Map<String, String> financialDimensions) {

    /** The project number: {@code PRJ-01049}. */
    public record Id(String value) {
        public Id {
            Identifiers.requireGiven(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    public Project {
        financialDimensions = Map.copyOf(financialDimensions);
    }

    /** Without financial dimensions. */
    public Project(Id id, Company.Id company, String name) {
        this(id, company, name, Map.of());
    }
}
