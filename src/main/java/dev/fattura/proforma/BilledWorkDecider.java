package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceLineDetail.Backing;
import dev.fattura.proforma.ConfirmDecider.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What confirming the billing of time, expense, material and fees writes (domain.md 2.2 to 2.5, 2.12, 2.13): left as it was approved,
 * edited on the draft, or entered there by hand.
 */
final class BilledWorkDecider {

    private BilledWorkDecider() {}

    /** Of unbilled sales. */
    static Facts work(ConfirmedLine line) {
        return line.detail().edited() ? edited(line) : unedited(line);
    }

    /** Entered by hand on a time-and-material line: unbilled sales that finance has to post, and their billing (2.13). */
    static Facts entered(ConfirmedLine line) {
        Backing values = line.detail().values();
        Actual unbilledSales = line.unbilledSales(ActualPart.ENTERED, values, List.of(), line.origins());
        UUID id = unbilledSales.id().value();
        return Facts.of(
                line.billed(ActualPart.BILLED_SALES, values, id),
                unbilledSales,
                line.skipped(
                        ActualPart.REVERSAL,
                        AdjustmentStatus.UNADJUSTABLE,
                        values.negated(),
                        ConfirmedLine.reversing(id),
                        line.origins()));
    }

    /** Sold as a whole or by the piece, or entered on a fixed-price line: nothing was unbilled (2.6, 2.7, 2.13). */
    static Facts sold(ConfirmedLine line) {
        return Facts.of(line.billedSales(
                ActualPart.BILLED_SALES, AdjustmentStatus.NORMAL, line.detail().values(), List.of(), line.origins()));
    }

    private static Facts unedited(ConfirmedLine line) {
        UUID original = line.detail().billable().id();
        Backing values = line.detail().values();
        return Facts.of(
                line.billed(ActualPart.BILLED_SALES, values, original),
                line.closed(ActualPart.REVERSAL, values, original));
    }

    /** The original is adjusted: taken back, replaced by what the invoice says, and what that leaves is billed and not charged. */
    private static Facts edited(ConfirmedLine line) {
        InvoiceLineDetail detail = line.detail();
        Backing original = detail.requireBacking();
        List<Actual> actuals = new ArrayList<>();
        actuals.add(line.adjusted(original, detail.billable().id()));
        actuals.addAll(replaced(
                line,
                ActualPart.REPLACEMENT,
                ActualPart.REPLACEMENT_REVERSAL,
                ActualPart.BILLED_SALES,
                detail.values()));
        CorrectionRemainder.of(original, detail.values())
                .map(BilledWorkDecider::notCharged)
                .ifPresent(remainder -> actuals.addAll(replaced(
                        line,
                        ActualPart.REMAINDER,
                        ActualPart.REMAINDER_REVERSAL,
                        ActualPart.REMAINDER_BILLED,
                        remainder)));
        return new Facts(actuals, List.of(), List.of());
    }

    private static List<Actual> replaced(
            ConfirmedLine line, ActualPart unbilled, ActualPart reversal, ActualPart billed, Backing values) {
        Actual replacement = line.unbilledSales(
                unbilled,
                values,
                ConfirmedLine.replacing(line.detail().billable().id()),
                line.origins());
        UUID id = replacement.id().value();
        return List.of(replacement, line.closed(reversal, values, id), line.billed(billed, values, id));
    }

    /** What was chargeable is not any more; what was complimentary stays so. */
    private static Backing notCharged(Backing remainder) {
        BillingType type = remainder.billingType() == BillingType.CHARGEABLE
                ? BillingType.NON_CHARGEABLE
                : remainder.billingType();
        return new Backing(type, remainder.quantity(), remainder.price(), remainder.amount());
    }
}
