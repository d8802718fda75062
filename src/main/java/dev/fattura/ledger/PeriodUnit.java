package dev.fattura.ledger;

/** By which unit of the transaction date Import from staging groups lines into journals (domain.md 3.3). */
public enum PeriodUnit implements Coded {
    DAYS("days"),
    MONTHS("months"),
    YEARS("years"),
    ALL("all");

    private final String code;

    PeriodUnit(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
