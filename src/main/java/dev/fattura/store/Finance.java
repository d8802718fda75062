package dev.fattura.store;

/** The table of the finance side, as the caller of a request may see it. */
public record Finance(Table table) {

    public Finance {
        table = OwnCompanies.of(table);
    }
}
