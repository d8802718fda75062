package dev.fattura.ledger;

/**
 * Why something in finance still waits, as the queues keep it ({@link Work#code}) and the answers show it: a stable code, and a
 * remedy for a person (domain.md 4.6; section 6, theme 1).
 */
public enum WaitingReason implements Coded {
    ROW_MISSING("row-missing", "Nothing to do: the sweep stages the row, and the next import takes it."),
    CONTRACT_MISSING(
            "contract-missing",
            "Wait until the contract has crossed, then import again; record it in the office if it is not there."),
    COMPANY_MISSING("company-missing", "Record the company in finance, then import again."),
    EXCHANGE_RATE_MISSING(
            "exchange-rate-missing", "Record an exchange rate that is valid on that date, then import again."),
    SALES_TAX_GROUP_UNKNOWN(
            "sales-tax-group-unknown",
            "Use a contract whose sales tax group its company has; what is recorded is never changed."),
    ROWS_MISSING(
            "rows-missing", "Wait until all billed sales have crossed, then import again; the sweep stages late ones."),
    ROWS_MISMATCHED("rows-mismatched", "Tell the operator: the staged rows contradict what the office has sealed."),
    UNBILLED_SALES_UNPOSTED("unbilled-sales-unposted", "Post the integration journals, then import again."),
    FAILED("failed", "Try again; if it fails again, tell the operator, who finds the reason in the log.");

    private final String code;
    private final String remedy;

    WaitingReason(String code, String remedy) {
        this.code = code;
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return code;
    }

    /** What a person can do about it. */
    public String remedy() {
        return remedy;
    }
}
