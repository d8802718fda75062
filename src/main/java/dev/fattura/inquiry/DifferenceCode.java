package dev.fattura.inquiry;

import dev.fattura.ledger.Coded;

/** In what the facts of an invoice contradict each other. */
enum DifferenceCode implements Coded {
    STAGED_ROW_MISSING("staged-row-missing"),
    STAGED_ROW_UNLIKE("staged-row-unlike"),
    STAGED_ROW_EXTRA("staged-row-extra"),
    PROPOSAL_LINE_MISSING("proposal-line-missing"),
    PROPOSAL_LINE_UNLIKE("proposal-line-unlike"),
    PROPOSAL_LINE_EXTRA("proposal-line-extra"),
    POSTING_MISSING("posting-missing"),
    POSTING_UNLIKE("posting-unlike"),
    POSTING_EXTRA("posting-extra"),
    ACCOUNTING_DETAIL_MISSING("accounting-detail-missing"),
    ACCOUNTING_DETAIL_UNLIKE("accounting-detail-unlike"),
    UNBILLED_SALES_NOT_CLOSED("unbilled-sales-not-closed"),
    ACCRUAL_NOT_REVERSED("accrual-not-reversed"),
    VOUCHER_UNBALANCED("voucher-unbalanced"),
    SUMS_DIFFER("sums-differ");

    private final String code;

    DifferenceCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
