package dev.fattura.ledger;

/** A project in the office. */
public record Project(Id id, Company.Id company, String name) {

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
}
