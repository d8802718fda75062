package dev.fattura.runtime;

import dev.fattura.ledger.Coded;

/** What a person or a system is to Fattura; a token names the codes. */
public enum Role implements Coded {
    /** The office: contracts, projects, approvals, the billing backlog, proforma invoices. */
    PROJECT_MANAGER("projectManager"),
    /** Finance: companies and their set-up, staging, journals, proposals, posting. */
    ACCOUNTANT("accountant"),
    /** Reads everything and changes nothing. */
    AUDITOR("auditor"),
    /** Keeps the crossings going: table maps and sync errors, which are of all companies. */
    ADMINISTRATOR("administrator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
