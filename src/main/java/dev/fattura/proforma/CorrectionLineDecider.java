package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceLineDetail.Backing;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rounding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line detail that corrects billed sales, and what of it may be changed on the corrective draft (domain.md 2.15). */
final class CorrectionLineDecider {

    private CorrectionLineDecider() {}

    /** Whether it is billed sales that a correction could be about: not the reversal that an earlier one wrote. */
    static boolean isBilled(Actual actual) {
        return actual.type() == TransactionType.BILLED_SALES && actual.adjustmentStatus() == AdjustmentStatus.NORMAL;
    }

    /** Why what that detail billed can never be corrected; empty where it can. */
    static Optional<Refused> refusal(InvoiceLineDetail billed, String pointer) {
        return billed.billable().kind() == Billable.Kind.PRODUCT
                ? Optional.of(notCorrectable("A product line is adjusted by a new line.", pointer))
                : Optional.empty();
    }

    /** A full credit: quantity zero, which is the new total that the invoice will say. */
    static InvoiceLineDetail of(Invoice.Id invoice, InvoiceLineDetail billed, Actual billedSales) {
        Billable billable =
                Billable.billedSales(billedSales.id(), billedSales.dimensions().line());
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(invoice, billable),
                invoice,
                billable,
                billedSales.transactionClass(),
                billedSales.billingType(),
                Quantity.of("0"),
                billedSales.price(),
                Money.zero(billedSales.amount().currency()),
                billedSales.transactionDate(),
                billedSales.dimensions(),
                billedSales.origins(),
                Backing.of(billedSales),
                new InvoiceLineDetail.Original(
                        billed.invoice(),
                        billed.id(),
                        billed.billable(),
                        billedSales.unbilledSales().orElse(null)));
    }

    /**
     * The correction with another new total.
     *
     * @param quantity the new total, zero to credit all of it; null to keep it
     * @param price the new one; null to keep it
     * @param billingType what the caller believes it is; null to say nothing
     * @throws Refused if it would change nothing, change the billing type, or credit a part of what is credited as a whole
     */
    static InvoiceLineDetail edited(
            InvoiceLineDetail correction,
            @Nullable Quantity quantity,
            @Nullable Price price,
            @Nullable BillingType billingType,
            String pointer) {
        if (billingType != null && billingType != correction.billingType()) {
            throw new Refused(
                    RefusalCode.BILLING_TYPE_LOCKED,
                    "It was invoiced as " + correction.billingType().code() + ".",
                    pointer + "/billingType");
        }
        Quantity total = quantity == null ? correction.quantity() : quantity;
        Price each = price == null ? correction.price() : price;
        if (total.value().signum() != 0) {
            // First: what is credited as a whole can be negative, as an applied retainer is.
            boolean onlyPrice =
                    price != null && total.equals(correction.requireBacking().quantity());
            requireDivisible(correction, pointer + (onlyPrice ? "/price" : "/quantity"));
        }
        requireNotNegative(total, each, pointer);
        Amounts.requireCurrency(each.currency(), correction.price().currency(), pointer + "/price/currency");
        Amounts.requireAmount(total, each, pointer + "/quantity");
        InvoiceLineDetail edited = with(correction, total, each);
        requireChanged(edited, pointer);
        return edited;
    }

    /** Refuses a correction that says what was invoiced already (2608550). */
    static void requireChanged(InvoiceLineDetail correction, @Nullable String pointer) {
        Backing billed = correction.requireBacking();
        if (correction.quantity().equals(billed.quantity())
                && correction.price().equals(billed.price())) {
            throw new Refused(
                    RefusalCode.CORRECTION_UNCHANGED,
                    billed.quantity() + " at " + billed.price().decimalText() + " is what was invoiced.",
                    pointer);
        }
    }

    private static void requireNotNegative(Quantity quantity, Price price, String pointer) {
        if (quantity.value().signum() < 0) {
            throw new Refused(RefusalCode.NEGATIVE_VALUE, "A quantity is not negative.", pointer + "/quantity");
        }
        if (price.value().signum() < 0) {
            throw new Refused(RefusalCode.NEGATIVE_VALUE, "A price is not negative.", pointer + "/price");
        }
    }

    private static void requireDivisible(InvoiceLineDetail correction, String pointer) {
        switch (correction.transactionClass()) {
            case TIME, EXPENSE, MATERIAL, FEE -> {
                // Any new total can be billed.
            }
            case MILESTONE, RETAINER, PRODUCT ->
                throw notCorrectable(
                        "A " + correction.transactionClass().code() + " is credited in full or not at all.", pointer);
        }
    }

    private static InvoiceLineDetail with(InvoiceLineDetail correction, Quantity quantity, Price price) {
        return new InvoiceLineDetail(
                correction.id(),
                correction.invoice(),
                correction.billable(),
                correction.transactionClass(),
                correction.billingType(),
                quantity,
                price,
                Rounding.amount(quantity, price),
                correction.transactionDate(),
                correction.dimensions(),
                correction.origins(),
                correction.backing(),
                correction.original());
    }

    private static Refused notCorrectable(String sentence, String pointer) {
        return new Refused(RefusalCode.NOT_CORRECTABLE, sentence, pointer);
    }
}
