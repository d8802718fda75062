package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The header of a project invoice proposal (domain.md 3.4), made by the header crossing alone.
 *
 * @param id the proforma's number
 * @param invoiceDate from the proforma; the default date of the customer invoice
 * @param accountingDate of the confirmation
 * @param shards over how many partitions its rows are spread, as the office chose
 * @param controlTotals what the office sealed; lines are made only when the staged rows match it
 * @param terms set from the claim (importing) on: what held for all its lines
 * @param lineTotals set when the lines are made: their net amount and sales tax
 * @param customerInvoice set from the claim (posting) on
 * @param companyVersion the version of the company by which it is posted, set with that claim; 0 before
 */
public record Proposal(
        Invoice.Id id,
        Contract.Id contract,
        Company.Id company,
        String customer,
        CurrencyCode currency,
        ProposalStatus status,
        long version,
        LocalDate invoiceDate,
        LocalDate accountingDate,
        int shards,
        ControlTotals controlTotals,
        @Nullable Terms terms,
        @Nullable LineTotals lineTotals,
        @Nullable CustomerInvoice customerInvoice,
        long companyVersion) {

    /** The exchange rate to accounting currency and the sales tax that all its lines bear, pinned before the first is written. */
    public record Terms(Rate exchangeRate, Percent salesTax) {}

    /** The sums over all lines: count, what is charged without tax, and the sales tax, both in the contract's currency. */
    public record LineTotals(long count, Money charged, Money salesTax) {}

    /** Every row is there and posted: its lines are being written. */
    public Proposal importing(Terms pinned) {
        return next(ProposalStatus.AWAITING_LINES, ProposalStatus.IMPORTING, pinned, null, null, 0);
    }

    /** All its lines are written: it can be posted. */
    public Proposal open(LineTotals totals) {
        return next(ProposalStatus.IMPORTING, ProposalStatus.OPEN, terms, totals, null, 0);
    }

    /** It is being posted by that version of the company. */
    public Proposal posting(CustomerInvoice claimed, long by) {
        return next(ProposalStatus.OPEN, ProposalStatus.POSTING, terms, lineTotals, claimed, by);
    }

    public Proposal posted() {
        return next(ProposalStatus.POSTING, ProposalStatus.POSTED, terms, lineTotals, customerInvoice, companyVersion);
    }

    private Proposal next(
            ProposalStatus from,
            ProposalStatus to,
            @Nullable Terms pinned,
            @Nullable LineTotals totals,
            @Nullable CustomerInvoice claimed,
            long by) {
        if (status != from) {
            throw new IllegalStateException("Proposal " + id + " is " + status + " and cannot become " + to);
        }
        return new Proposal(
                id,
                contract,
                company,
                customer,
                currency,
                to,
                version + 1,
                invoiceDate,
                accountingDate,
                shards,
                controlTotals,
                pinned,
                totals,
                claimed,
                by);
    }
}
