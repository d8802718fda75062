package dev.fattura.inquiry;

import dev.fattura.ledger.Coded;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The stages of an invoice's way, in its order, each with what can be measured there; then what else a walk counts. */
enum Stage implements Coded {
    /** What confirming sealed on the proforma. */
    CONTROL_TOTALS("controlTotals", Measure.COUNT, Measure.AMOUNT, Measure.CHARGED),
    /** The billed sales actuals of the office. */
    BILLED_SALES("billedSales", Measure.COUNT, Measure.AMOUNT, Measure.CHARGED),
    STAGED_ROWS("stagedRows", Measure.COUNT, Measure.AMOUNT, Measure.CHARGED),
    PROPOSAL_LINES("proposalLines", Measure.COUNT, Measure.AMOUNT, Measure.CHARGED, Measure.SALES_TAX),
    /** The postings of the lines; what they charge is what their revenue entries say. */
    POSTINGS(
            "postings",
            Measure.COUNT,
            Measure.CHARGED,
            Measure.SALES_TAX,
            Measure.ACCOUNTING_AMOUNT,
            Measure.ACCOUNTING_CHARGED),
    CUSTOMER_INVOICE("customerInvoice", Measure.CHARGED, Measure.SALES_TAX, Measure.TOTAL),
    /** The entries of the voucher as a whole: what is receivable, and the sales tax. */
    CUSTOMER_BALANCE("customerBalance", Measure.SALES_TAX, Measure.TOTAL, Measure.ACCOUNTING_TOTAL),
    /** What was written back to the actuals. */
    ACCOUNTING_DETAILS("accountingDetails", Measure.COUNT, Measure.SALES_TAX, Measure.ACCOUNTING_AMOUNT),
    /** The customer invoice as the proforma has it. */
    PROFORMA("proforma", Measure.CHARGED, Measure.SALES_TAX, Measure.TOTAL),

    /** Unbilled sales that were there before and that confirming closed or took back. */
    UNBILLED_TAKEN("unbilledTaken", Measure.COUNT, Measure.AMOUNT),
    /** Unbilled sales that confirming wrote, reversals among them. */
    UNBILLED_WRITTEN("unbilledWritten", Measure.COUNT, Measure.AMOUNT),
    /** Those of them that stay open: back in the backlog, or the balance of a retainer. */
    UNBILLED_OPEN("unbilledOpen", Measure.COUNT, Measure.AMOUNT),
    /** Revenue that journals accrued for what the invoice bills. */
    ACCRUED("accrued", Measure.AMOUNT, Measure.ACCOUNTING_AMOUNT),
    /** How much of that the invoice took back. */
    REVERSED("reversed", Measure.AMOUNT, Measure.ACCOUNTING_AMOUNT),
    /** All ledger entries of the customer invoice's voucher. */
    VOUCHER("voucher", Measure.COUNT, Measure.AMOUNT, Measure.ACCOUNTING_AMOUNT),
    LINES("lines", Measure.COUNT),
    DIFFERENCES("differences", Measure.COUNT);

    /** Those at which each measure has to be the same. */
    static final Set<Stage> WAY = Collections.unmodifiableSet(EnumSet.range(CONTROL_TOTALS, PROFORMA));

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list of enum constants.
    private final List<Measure> measures;

    Stage(String code, Measure... measures) {
        this.code = code;
        this.measures = List.of(measures);
    }

    @Override
    public String code() {
        return code;
    }

    List<Measure> measures() {
        return measures;
    }
}
