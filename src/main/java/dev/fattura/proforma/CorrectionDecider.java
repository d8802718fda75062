package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceLineDetail.Backing;
import dev.fattura.money.Money;
import dev.fattura.proforma.ConfirmDecider.Facts;
import dev.fattura.proforma.ConfirmDecider.Released;
import java.util.ArrayList;
import java.util.List;

/**
 * What confirming a correction writes (domain.md 2.15): the billed sales are reversed as a whole; what the invoice says instead is
 * billed anew; what is billed no longer goes back to where it came from.
 */
final class CorrectionDecider {

    private CorrectionDecider() {}

    static Facts corrected(ConfirmedLine line) {
        return switch (line.detail().requireOriginal().billable().kind()) {
            case UNBILLED_SALES, ENTERED, ENTERED_ON_FIXED_PRICE, BILLED_SALES -> work(line);
            case MILESTONE -> milestone(line);
            case RETAINER -> retainer(line);
            case DEDUCTION, REFUND -> balance(line);
            case PRODUCT, REVISION ->
                throw new IllegalArgumentException(
                        "Line detail " + line.detail().id() + " corrects what cannot be corrected");
        };
    }

    /** The open balance that invoicing a retainer wrote; crediting the retainer closes it. */
    static Billable openBalance(InvoiceLineDetail.Original original) {
        return Billable.deduction(
                Actual.Id.of(ActualPart.OPEN_BALANCE, original.detail()),
                original.billable().line());
    }

    /** Time, expense, material and fees; what was entered by hand on a fixed-price line has no unbilled sales to go back to (2.13). */
    private static Facts work(ConfirmedLine line) {
        InvoiceLineDetail detail = line.detail();
        boolean unbilled = detail.requireOriginal().unbilledSales() != null;
        List<Actual> actuals = new ArrayList<>(List.of(reversal(line)));
        List<BacklogEntry> toBacklog = new ArrayList<>();
        if (detail.quantity().value().signum() != 0) {
            actuals.addAll(unbilled ? replaced(line) : List.of(replacement(line, List.of())));
        }
        if (unbilled) {
            CorrectionRemainder.of(detail.requireBacking(), detail.values()).ifPresent(values -> {
                Actual returned = line.unbilledSales(
                        ActualPart.RETURNED,
                        values,
                        ConfirmedLine.replacing(detail.billable().id()),
                        line.origins());
                actuals.add(returned);
                toBacklog.add(line.backlogEntry(Billable.unbilledSales(
                        returned.id(), detail.dimensions().line())));
            });
        }
        return new Facts(actuals, toBacklog, List.of());
    }

    /** The milestone itself goes back to the backlog; no other invoice can have had it until now. */
    private static Facts milestone(ConfirmedLine line) {
        return new Facts(List.of(reversal(line)), List.of(), List.of(released(line)));
    }

    /** Nothing of its balance has been used: it is closed, and the retainer can be invoiced again. */
    private static Facts retainer(ConfirmedLine line) {
        Billable open = openBalance(line.detail().requireOriginal());
        Actual closed = line.skipped(
                ActualPart.REVERSAL,
                AdjustmentStatus.UNADJUSTABLE,
                line.detail().requireBacking(),
                ConfirmedLine.reversing(open.id()),
                line.detail().origins());
        return new Facts(List.of(reversal(line), closed), List.of(), List.of(released(line)));
    }

    /** What was applied or refunded is open again. */
    private static Facts balance(ConfirmedLine line) {
        Money amount = line.detail().requireBacking().amount().negated();
        Actual open = RetainerDecider.open(
                line, amount, ConfirmedLine.replacing(line.detail().billable().id()));
        return new Facts(List.of(reversal(line), open), List.of(RetainerDecider.entry(line, open)), List.of());
    }

    private static Actual reversal(ConfirmedLine line) {
        InvoiceLineDetail detail = line.detail();
        return line.billedSales(
                ActualPart.BILLED_SALES_REVERSAL,
                AdjustmentStatus.UNADJUSTABLE,
                detail.requireBacking().negated(),
                ConfirmedLine.reversing(detail.billable().id()),
                detail.origins());
    }

    /** New unbilled sales, which finance has to post, and their billing in the same breath. */
    private static List<Actual> replaced(ConfirmedLine line) {
        InvoiceLineDetail detail = line.detail();
        Actual unbilledSales = line.unbilledSales(
                ActualPart.REPLACEMENT,
                detail.values(),
                ConfirmedLine.replacing(detail.billable().id()),
                line.origins());
        Actual closed = line.skipped(
                ActualPart.REVERSAL,
                AdjustmentStatus.UNADJUSTABLE,
                detail.values().negated(),
                ConfirmedLine.reversing(unbilledSales.id().value()),
                detail.origins());
        List<Connection> billing = List.of(
                new Connection(ConnectionRole.BILLED_SALES, unbilledSales.id().value(), ConnectionRole.UNBILLED_SALES));
        return List.of(unbilledSales, closed, replacement(line, billing));
    }

    private static Actual replacement(ConfirmedLine line, List<Connection> connections) {
        Backing values = line.detail().values();
        return line.billedSales(ActualPart.BILLED_SALES, AdjustmentStatus.NORMAL, values, connections, line.origins());
    }

    private static Released released(ConfirmedLine line) {
        InvoiceLineDetail.Original original = line.detail().requireOriginal();
        return new Released(original.invoice(), line.backlogEntry(original.billable()));
    }
}
