package dev.fattura.ledger;

/** The crossings that there are, each described by a table map (domain.md 4.4) and named after its Dataverse table. */
public enum Crossing implements Coded {
    /** "Project contract headers (salesorders)", office to finance. */
    CONTRACTS("salesorders"),
    /** "Project invoice proposal V2 (invoices)", office to finance. */
    PROPOSALS("invoices"),
    /** "Project Operations integration actuals (msdyn_actuals)", office to finance. */
    ACTUALS("msdyn_actuals"),
    /** "Integration entity for project transaction relationships (msdyn_transactionconnections)", office to finance. */
    RELATIONSHIPS("msdyn_transactionconnections"),
    /** The way back of the actuals map: the accounting columns, finance to office. */
    ACCOUNTING("msdyn_actuals-accounting"),
    /** "Project Operations integration invoice proposal export entity (msdyn_customerinvoices)", finance to office. */
    CUSTOMER_INVOICES("msdyn_customerinvoices");

    private final String code;

    Crossing(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
