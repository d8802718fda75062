package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header of a project invoice proposal (domain.md 3.4), made by the header crossing alone.
 *
 * @param id the proforma's number
 * @param version rises by one with every change; the ETag of the proposal
 * @param invoiceDate from the proforma; the default date of the customer invoice
 * @param accountingDate of the confirmation
 * @param shards over how many partitions its rows are spread, as the office chose
 * @param controlTotals what the office sealed; lines are made only when the staged rows match it
 * @param terms set from the claim (importing) on: what holds for all its lines
 * @param lineTotals set when the lines are made
 * @param customerInvoice set from the claim (posting) on
 * @param companyVersion the version of the company by which it is posted, set with that claim; 0 before
 * @param heading what a person may change of it while it is open, and the terms of payment
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
        long companyVersion,
        Heading heading) {

    /**
     * What all its lines are computed by, pinned before the first of them is written.
     *
     * @param exchangeRate to accounting currency
     * @param companyVersion by which the company was read
     * @param salesTaxVersion of the sales tax set-up; 0 if it follows from that version of the company
     */
    public record Terms(Rate exchangeRate, long companyVersion, long salesTaxVersion) {}

    /**
     * What its header says besides.
     *
     * @param termsOfPayment of the contract's customer, if any were agreed
     * @param dueDate that a person set in place of the one that follows from the terms, or null
     * @param dimensions that a person set in place of those that the lines have in common; empty for none
     * @param text for the customer: what the proforma tells him (domain.md 4.5) until a person changes it; null for none
     */
    public record Heading(
            @Nullable TermsOfPayment termsOfPayment,
            @Nullable LocalDate dueDate,
            Map<String, String> dimensions,
            @Nullable String text) {

        public static final Heading NONE = new Heading(null, null, Map.of(), null);

        public Heading {
            dimensions = Map.copyOf(dimensions);
        }

        @Nullable
        LocalDate dueDate(LocalDate invoiceDate) {
            return dueDate == null && termsOfPayment != null ? termsOfPayment.dueDate(invoiceDate) : dueDate;
        }

        /** As it is for another invoice date: a due date that a person set is discarded (domain.md 3.9). */
        Heading redated() {
            return new Heading(termsOfPayment, null, dimensions, text);
        }
    }

    /** When the customer invoice is due by hand or by the terms of payment; null without either: the day of posting decides. */
    public @Nullable LocalDate dueDate() {
        return heading.dueDate(invoiceDate);
    }

    /** When the customer invoice is due if it is posted on that day (domain.md 3.9); it is never due before its own date. */
    public LocalDate dueDate(LocalDate today) {
        LocalDate decided = dueDate();
        if (decided != null) {
            return decided;
        }
        return today.isBefore(invoiceDate) ? invoiceDate : today;
    }

    /** The financial dimensions of the header: those that a person set, else those that all lines have in common. */
    public Map<String, String> dimensions() {
        return heading.dimensions().isEmpty() && lineTotals != null ? lineTotals.dimensions() : heading.dimensions();
    }

    /** Every row is there and posted: its lines are being written. */
    public Proposal importing(Terms pinned) {
        require(ProposalStatus.AWAITING_LINES, ProposalStatus.IMPORTING);
        return next(ProposalStatus.IMPORTING, pinned, null);
    }

    /** All its lines are written: it can be posted. */
    public Proposal open(LineTotals totals) {
        if (status != ProposalStatus.RECALCULATING) {
            require(ProposalStatus.IMPORTING, ProposalStatus.OPEN);
        }
        return next(ProposalStatus.OPEN, terms, totals);
    }

    /** With another heading. */
    public Proposal edited(Heading other) {
        require(ProposalStatus.OPEN, ProposalStatus.OPEN);
        return next(ProposalStatus.OPEN, terms, lineTotals).with(invoiceDate, other);
    }

    /** With other totals, since the sales tax of a line was changed in the same commit. */
    public Proposal retotalled(LineTotals totals) {
        require(ProposalStatus.OPEN, ProposalStatus.OPEN);
        return next(ProposalStatus.OPEN, terms, totals);
    }

    /** Its lines are being computed anew by other terms; the totals stay those of before until they are. */
    public Proposal recalculating(Terms pinned) {
        require(ProposalStatus.OPEN, ProposalStatus.RECALCULATING);
        return next(ProposalStatus.RECALCULATING, pinned, lineTotals);
    }

    /** As {@link #recalculating(Terms)}, for another invoice date. */
    public Proposal recalculating(LocalDate newInvoiceDate, Terms pinned) {
        return recalculating(pinned).with(newInvoiceDate, heading.redated());
    }

    /** As {@link #recalculating(LocalDate, Terms)}, with another heading. */
    public Proposal recalculating(LocalDate newInvoiceDate, Terms pinned, Heading other) {
        return recalculating(pinned).with(newInvoiceDate, other);
    }

    /** Its lines are deleted, and the next import makes them anew ("Delete all"). */
    public Proposal withoutLines() {
        require(ProposalStatus.OPEN, ProposalStatus.AWAITING_LINES);
        return next(ProposalStatus.AWAITING_LINES, null, null);
    }

    /** It is being posted by that version of the company. */
    public Proposal posting(CustomerInvoice claimed, long by) {
        require(ProposalStatus.OPEN, ProposalStatus.POSTING);
        return next(ProposalStatus.POSTING, terms, lineTotals, claimed, by);
    }

    public Proposal posted() {
        require(ProposalStatus.POSTING, ProposalStatus.POSTED);
        return next(ProposalStatus.POSTED, terms, lineTotals, customerInvoice, companyVersion);
    }

    private void require(ProposalStatus from, ProposalStatus to) {
        if (status != from) {
            throw new IllegalStateException("Proposal " + id + " is " + status + " and cannot become " + to);
        }
    }

    private Proposal next(ProposalStatus to, @Nullable Terms pinned, @Nullable LineTotals totals) {
        return next(to, pinned, totals, null, 0);
    }

    private Proposal next(
            ProposalStatus to,
            @Nullable Terms pinned,
            @Nullable LineTotals totals,
            @Nullable CustomerInvoice claimed,
            long by) {
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
                by,
                heading);
    }

    private Proposal with(LocalDate date, Heading other) {
        return new Proposal(
                id,
                contract,
                company,
                customer,
                currency,
                status,
                version,
                date,
                accountingDate,
                shards,
                controlTotals,
                terms,
                lineTotals,
                customerInvoice,
                companyVersion,
                other);
    }
}
