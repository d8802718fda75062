package dev.fattura.staging;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.SalesTax;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.money.Money;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a proposal may get its lines, and what they are (domain.md 3.4). */
final class ProposalDecider {

    private static final Set<PostingType> ACCRUAL =
            EnumSet.of(PostingType.WIP_SALES_VALUE, PostingType.ACCRUED_REVENUE_SALES_VALUE);

    private ProposalDecider() {}

    /** Why a proposal still waits for its lines. */
    record Wait(WaitingReason reason, String cause) {}

    /**
     * Why the rows that have crossed are not yet all there; empty when they are.
     *
     * @param sealed what the office sealed
     * @param staged what has crossed
     */
    static Optional<Wait> incomplete(ControlTotals sealed, ControlTotals staged) {
        long wanted = sealed.billedSales().count();
        long crossed = staged.billedSales().count();
        if (crossed < wanted) {
            return Optional.of(new Wait(
                    WaitingReason.ROWS_MISSING, crossed + " of " + wanted + " billed sales rows have crossed."));
        }
        if (!staged.sameBilledSales(sealed)) {
            return Optional.of(new Wait(
                    WaitingReason.ROWS_MISMATCHED,
                    crossed + " billed sales rows have crossed and do not match the " + wanted
                            + " that the proforma invoice was sealed with."));
        }
        return Optional.empty();
    }

    /**
     * That unbilled sales are not posted.
     *
     * @param unposted how many of the billed sales rows looked at have none that are posted; more than 0
     * @param looked how many rows were looked at
     */
    static Wait unposted(ControlTotals sealed, long unposted, long looked) {
        long wanted = sealed.billedSales().count();
        return new Wait(
                WaitingReason.UNBILLED_SALES_UNPOSTED,
                "The unbilled sales behind " + (looked < wanted ? "at least " : "") + unposted + " of " + wanted
                        + " billed sales rows are not posted: post the journals.");
    }

    /**
     * The line of a row, without its sales tax.
     *
     * @param taxation the groups by which it is to be taxed
     * @param unbilledSales the posting of the unbilled sales behind the row, if there are any
     */
    static ProposalLine line(
            Proposal proposal,
            StagedActual row,
            Proposal.Terms terms,
            ProposalLine.Taxation taxation,
            @Nullable Posting unbilledSales) {
        return new ProposalLine(
                proposal.id(),
                row.actual(),
                row.transactionClass(),
                row.billingType(),
                row.quantity(),
                row.amount(),
                Money.zero(row.amount().currency()),
                terms.exchangeRate(),
                unbilledSales == null ? List.of() : accrual(unbilledSales),
                taxation);
    }

    /** The groups by which the line of a row is taxed (domain.md 3.5). */
    static ProposalLine.Taxation taxation(
            StagedActual row, SalesTax setUp, JournalParameters parameters, Contract contract, String customer) {
        String category =
                parameters.category(row.transactionClass(), row.dimensions().category());
        return new ProposalLine.Taxation(
                setUp.group(contract, customer, row.dimensions().project()),
                setUp.itemGroup(row.transactionClass(), category),
                row.transactionDate(),
                List.of());
    }

    /** Why the line of a chargeable row cannot be taxed; empty if it can, and for what is not charged. */
    static Optional<Wait> untaxable(
            StagedActual row,
            SalesTax setUp,
            JournalParameters parameters,
            Contract contract,
            String customer,
            LocalDate invoiceDate) {
        if (row.billingType() != BillingType.CHARGEABLE) {
            return Optional.empty();
        }
        ProposalLine.Taxation taxation = taxation(row, setUp, parameters, contract, customer);
        return setUp.gap(
                        taxation.salesTaxGroup(),
                        taxation.itemSalesTaxGroup(),
                        setUp.taxDate(invoiceDate, row.transactionDate()))
                .map(gap -> new Wait(gap.reason(), gap.cause()));
    }

    private static List<LedgerEntry> accrual(Posting unbilledSales) {
        return unbilledSales.entries().stream()
                .filter(entry -> ACCRUAL.contains(entry.postingType()))
                .toList();
    }
}
