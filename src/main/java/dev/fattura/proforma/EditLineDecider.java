package dev.fattura.proforma;

import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rounding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of an invoice line detail may be edited on a draft, and what it says then (domain.md 1.8, 1.10, 2.15). */
final class EditLineDecider {

    private EditLineDecider() {}

    /**
     * The detail with the change.
     *
     * @param pointer of the change in the request, empty for the request itself
     * @throws Refused if that kind of line does not take the change
     */
    static InvoiceLineDetail edited(InvoiceLineDetail detail, LineChange change, String pointer) {
        InvoiceLineDetail described = described(detail, change.description());
        if (!change.changesValues() && change.amount() == null) {
            return described;
        }
        return switch (detail.billable().kind()) {
            case UNBILLED_SALES, ENTERED, ENTERED_ON_FIXED_PRICE -> work(described, change, pointer);
            case MILESTONE, PRODUCT, RETAINER ->
                throw notEditable(
                        "A " + detail.billable().kind().code() + " is billed as it is; only its description is edited.",
                        pointer);
            case DEDUCTION, REFUND -> balance(described, change, pointer);
            case BILLED_SALES -> correction(described, change, pointer);
            case REVISION -> throw new IllegalArgumentException("A revision is no line of an invoice");
        };
    }

    private static InvoiceLineDetail work(InvoiceLineDetail detail, LineChange change, String pointer) {
        requireNoAmount(change, pointer);
        Quantity quantity = change.quantity() == null ? detail.quantity() : change.quantity();
        Price price = change.price() == null ? detail.price() : change.price();
        BillingType billingType = change.billingType() == null ? detail.billingType() : change.billingType();
        if (change.quantity() != null && quantity.value().signum() <= 0) {
            throw new Refused(
                    RefusalCode.NEGATIVE_VALUE,
                    "A billed quantity is above zero; remove the line to bill nothing of it.",
                    pointer + "/quantity");
        }
        if (billingType == BillingType.NOT_AVAILABLE) {
            throw notEditable("A line of an invoice is chargeable, non-chargeable or complimentary.", pointer);
        }
        Amounts.requireCurrency(price.currency(), detail.price().currency(), pointer + "/price/currency");
        Amounts.requireAmount(quantity, price, pointer + "/quantity");
        return with(detail, billingType, quantity, price, amount(detail, quantity, price));
    }

    /** What stands behind it keeps its own amount, which splitting may have made another than quantity times price. */
    private static Money amount(InvoiceLineDetail detail, Quantity quantity, Price price) {
        if (quantity.equals(detail.quantity()) && price.equals(detail.price())) {
            return detail.amount();
        }
        return Optional.ofNullable(detail.backing())
                .filter(backing -> quantity.equals(backing.quantity()) && price.equals(backing.price()))
                .map(InvoiceLineDetail.Backing::amount)
                .orElseGet(() -> Rounding.amount(quantity, price));
    }

    private static InvoiceLineDetail balance(InvoiceLineDetail detail, LineChange change, String pointer) {
        if (change.amount() == null || change.changesValues()) {
            throw notEditable("Of a retainer that is applied or refunded the amount is edited, and it alone.", pointer);
        }
        return RetainerLineDecider.lowered(detail, change.amount(), pointer + "/amount");
    }

    private static InvoiceLineDetail correction(InvoiceLineDetail detail, LineChange change, String pointer) {
        requireNoAmount(change, pointer);
        return CorrectionLineDecider.edited(detail, change.quantity(), change.price(), change.billingType(), pointer);
    }

    private static void requireNoAmount(LineChange change, String pointer) {
        if (change.amount() != null) {
            throw notEditable("The amount follows from quantity and price.", pointer + "/amount");
        }
    }

    private static InvoiceLineDetail described(InvoiceLineDetail detail, @Nullable String description) {
        if (description == null) {
            return detail;
        }
        Dimensions old = detail.dimensions();
        Dimensions dimensions = new Dimensions(
                old.company(),
                old.contract(),
                old.line(),
                old.project(),
                old.customer(),
                old.unit(),
                old.resource(),
                description.isEmpty() ? null : description,
                old.category(),
                old.financialDimensions());
        return new InvoiceLineDetail(
                detail.id(),
                detail.invoice(),
                detail.billable(),
                detail.transactionClass(),
                detail.billingType(),
                detail.quantity(),
                detail.price(),
                detail.amount(),
                detail.transactionDate(),
                dimensions,
                detail.origins(),
                detail.backing(),
                detail.original());
    }

    private static InvoiceLineDetail with(
            InvoiceLineDetail detail, BillingType billingType, Quantity quantity, Price price, Money amount) {
        return new InvoiceLineDetail(
                detail.id(),
                detail.invoice(),
                detail.billable(),
                detail.transactionClass(),
                billingType,
                quantity,
                price,
                amount,
                detail.transactionDate(),
                detail.dimensions(),
                detail.origins(),
                detail.backing(),
                detail.original());
    }

    private static Refused notEditable(String sentence, String pointer) {
        return new Refused(RefusalCode.NOT_EDITABLE, sentence, pointer);
    }
}
