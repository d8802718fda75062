package dev.fattura.staging;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.money.Money;
import dev.fattura.money.Rounding;
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
     * Why the rows that have crossed are not yet all there or not yet all posted; empty when they are.
     *
     * @param sealed what the office sealed
     * @param staged what has crossed
     * @param unposted how many of those have unbilled sales behind them that no journal has posted
     */
    static Optional<Wait> incomplete(ControlTotals sealed, ControlTotals staged, long unposted) {
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
        if (unposted > 0) {
            return Optional.of(new Wait(
                    WaitingReason.UNBILLED_SALES_UNPOSTED,
                    "The unbilled sales behind " + unposted + " of " + wanted
                            + " billed sales rows are not posted: post the journals."));
        }
        return Optional.empty();
    }

    /** @param unbilledSales the posting of the unbilled sales behind the row, if there are any */
    static ProposalLine line(
            Proposal proposal, StagedActual row, Proposal.Terms terms, @Nullable Posting unbilledSales) {
        Money salesTax = row.billingType() == BillingType.CHARGEABLE
                ? Rounding.tax(row.amount(), terms.salesTax())
                : Money.zero(row.amount().currency());
        return new ProposalLine(
                proposal.id(),
                row.actual(),
                row.transactionClass(),
                row.billingType(),
                row.quantity(),
                row.amount(),
                salesTax,
                terms.exchangeRate(),
                unbilledSales == null ? List.of() : accrual(unbilledSales));
    }

    /** Those totals and one line more. */
    static Proposal.LineTotals plus(Proposal.LineTotals totals, ProposalLine line) {
        Money charged = line.billingType() == BillingType.CHARGEABLE
                ? line.amount()
                : Money.zero(line.amount().currency());
        return new Proposal.LineTotals(
                totals.count() + 1,
                totals.charged().plus(charged),
                totals.salesTax().plus(line.salesTax()));
    }

    private static List<LedgerEntry> accrual(Posting unbilledSales) {
        return unbilledSales.entries().stream()
                .filter(entry -> ACCRUAL.contains(entry.postingType()))
                .toList();
    }
}
