package dev.fattura.store;

/** The table of the office side, as the caller of a request may see it. */
public record Office(Table table) {

    public Office {
        table = OwnCompanies.of(table);
    }
}
