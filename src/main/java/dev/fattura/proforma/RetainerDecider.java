package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceLineDetail.Backing;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.proforma.ConfirmDecider.Facts;
import java.util.List;

/**
 * What confirming writes of retainers (domain.md 2.8 to 2.11): a chain of open balances, each an unbilled sales actual of class
 * retainer with a negative amount that the next one replaces.
 */
final class RetainerDecider {

    private RetainerDecider() {}

    /** A retainer is invoiced: billed to the customer, and open as a whole (2.8). */
    static Facts invoiced(ConfirmedLine line) {
        Backing billed = line.detail().values();
        Actual billedSales =
                line.billedSales(ActualPart.BILLED_SALES, AdjustmentStatus.NORMAL, billed, List.of(), line.origins());
        Actual open = open(line, billed.amount(), List.of());
        return new Facts(List.of(billedSales, open), List.of(entry(line, open)), List.of());
    }

    /**
     * An open balance is applied (2.9, 2.10) or refunded (2.11): billed sales take that much off, the balance is reversed as a
     * whole, and what is left of it is open anew.
     */
    static Facts settled(ConfirmedLine line) {
        InvoiceLineDetail detail = line.detail();
        Backing balance = detail.requireBacking();
        Actual billedSales = line.billedSales(
                ActualPart.BILLED_SALES, AdjustmentStatus.NORMAL, detail.values(), List.of(), line.origins());
        Actual reversal = line.skipped(
                ActualPart.REVERSAL,
                AdjustmentStatus.UNADJUSTABLE,
                balance.negated(),
                ConfirmedLine.reversing(detail.billable().id()),
                detail.origins());
        Money left = detail.amount().minus(balance.amount());
        if (left.isZero()) {
            return Facts.of(billedSales, reversal);
        }
        Actual open = open(line, left, ConfirmedLine.replacing(detail.billable().id()));
        return new Facts(List.of(billedSales, reversal, open), List.of(entry(line, open)), List.of());
    }

    /** An open balance of that much. It names the retainer and not the invoices on its way, which would grow without end. */
    static Actual open(ConfirmedLine line, Money amount, List<Connection> connections) {
        Backing values =
                new Backing(line.detail().billingType(), Quantity.ONE.negated(), Price.of(amount), amount.negated());
        List<Origin> retainer = line.detail().origins().stream()
                .filter(origin -> origin.type() == OriginType.RETAINER)
                .toList();
        return line.skipped(ActualPart.OPEN_BALANCE, AdjustmentStatus.NORMAL, values, connections, retainer);
    }

    static BacklogEntry entry(ConfirmedLine line, Actual open) {
        return line.backlogEntry(
                Billable.deduction(open.id(), line.detail().dimensions().line()));
    }
}
