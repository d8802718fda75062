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
    AMOUNT_TOO_LARGE(
            "amount-too-large",
            "Record the right exchange rate, valid from a later day on that is not after the accounting date, then import again."),
    LINE_PROPERTY_MISSING(
            "line-property-missing",
            "Map the billing type to a line property in the company, then import again or reset the journal."),
    CATEGORY_MISSING(
            "category-missing",
            "Name the project category in the company again and reset the journal, or delete the line and import again."),
    PERIOD_CLOSED(
            "period-closed",
            "Open the fiscal period, or let the company move accounting dates to the next open period; then import again or"
                    + " reset the journal. A proposal may get another invoice date."),
    ORIGINAL_NOT_IMPORTED(
            "original-not-imported",
            "Wait until what it reverses is on a journal, then import again; see what that one waits for."),
    ORIGINAL_UNPOSTED("original-unposted", "Post what it reverses first, then post the journal or reset it to draft."),
    ORIGINAL_CHANGED("original-changed", "Delete the line, then import again: it gets the rate of what it reverses."),
    ACCOUNT_MISSING("account-missing", "Name the main account in the company, then reset the journal to draft."),
    UNBALANCED("unbalanced", "Tell the operator: the entries of the line do not sum to zero."),
    JOURNAL_ERROR(
            "journal-error",
            "See the cause of each line, mend it, and reset the journal to draft; or delete the line, and it is imported again."),
    SALES_TAX_GROUP_UNKNOWN(
            "sales-tax-group-unknown",
            "Add the group to the sales tax set-up of the company, or to its own sales tax groups if it has no set-up; then"
                    + " import again."),
    SALES_TAX_CODE_RATE_MISSING(
            "sales-tax-code-rate-missing",
            "Add a rate that is valid on that date to the sales tax code of the company, then import again."),
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
