package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice line detail of a draft (domain.md 1.8): what one billable will bill. Its billing type, quantity, price and amount are
 * what the invoice will say; they can be edited, what stands behind them cannot.
 *
 * @param billable what it bills
 * @param amount negative on what takes money off the invoice: a retainer that is applied or refunded
 * @param origins of the billable; the invoice's own are added when it is confirmed
 * @param backing the values of the actual that it bills, applies or corrects; null where no actual stands behind it
 * @param original of a correction: where its billed sales came from; else null
 */
public record InvoiceLineDetail(
        Id id,
        Invoice.Id invoice,
        Billable billable,
        TransactionClass transactionClass,
        BillingType billingType,
        Quantity quantity,
        Price price,
        Money amount,
        LocalDate transactionDate,
        Dimensions dimensions,
        List<Origin> origins,
        @Nullable Backing backing,
        @Nullable Original original) {

    public InvoiceLineDetail {
        origins = List.copyOf(origins);
    }

    /** A line detail that corrects nothing. */
    public InvoiceLineDetail(
            Id id,
            Invoice.Id invoice,
            Billable billable,
            TransactionClass transactionClass,
            BillingType billingType,
            Quantity quantity,
            Price price,
            Money amount,
            LocalDate transactionDate,
            Dimensions dimensions,
            List<Origin> origins,
            @Nullable Backing backing) {
        this(
                id,
                invoice,
                billable,
                transactionClass,
                billingType,
                quantity,
                price,
                amount,
                transactionDate,
                dimensions,
                origins,
                backing,
                null);
    }

    /** The id of an invoice line detail: one billable on one invoice. What is on one sheet and on one invoice is on one sheet again. */
    public record Id(UUID value) {

        public static Id of(Invoice.Id invoice, Billable billable) {
            UUID id = billable.id();
            return new Id(
                    Placed.is(id)
                            ? Placed.at(
                                    Placed.base(
                                            "invoiceLineDetail",
                                            invoice.value(),
                                            Placed.sheetOf(id).toString()),
                                    0,
                                    Placed.lineOf(id))
                            : Identifiers.derived("invoiceLineDetail", invoice.value(), id.toString()));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * What the actual behind it says: the unbilled sales that it bills, the open balance of the retainer that it applies, or the
     * billed sales that it corrects.
     */
    public record Backing(BillingType billingType, Quantity quantity, Price price, Money amount) {

        public static Backing of(Actual actual) {
            return new Backing(actual.billingType(), actual.quantity(), actual.price(), actual.amount());
        }

        /** The values of a reversal of it. */
        public Backing negated() {
            return new Backing(billingType, quantity.negated(), price, amount.negated());
        }
    }

    /**
     * Where billed sales that are corrected came from: {@code msdyn_originalinvoicelinedetail} and what stood behind it.
     *
     * @param invoice that billed it
     * @param detail of that invoice
     * @param billable that the detail billed, applied or corrected
     * @param unbilledSales that the billed sales billed; null where there were none, as with a milestone
     */
    public record Original(Invoice.Id invoice, Id detail, Billable billable, Actual.@Nullable Id unbilledSales) {}

    /** What it says itself. */
    public Backing values() {
        return new Backing(billingType, quantity, price, amount);
    }

    /** Where the billed sales that it corrects came from. @throws IllegalStateException if it corrects none */
    public Original requireOriginal() {
        if (original == null) {
            throw new IllegalStateException("Line detail " + id + " corrects nothing");
        }
        return original;
    }

    /** What stands behind it. @throws IllegalStateException if nothing does */
    public Backing requireBacking() {
        if (backing == null) {
            throw new IllegalStateException("No actual stands behind line detail " + id);
        }
        return backing;
    }

    /** Whether the invoice will say something else than the actual behind it. */
    public boolean edited() {
        return backing != null && !backing.equals(values());
    }

    /** What it adds to the invoice: its amount if chargeable, else zero (2.1); of a correction, the change (2.15). */
    public Money charged() {
        if (billingType != BillingType.CHARGEABLE) {
            return Money.zero(amount.currency());
        }
        return billable.kind() == Billable.Kind.BILLED_SALES
                ? amount.minus(requireBacking().amount())
                : amount;
    }
}
