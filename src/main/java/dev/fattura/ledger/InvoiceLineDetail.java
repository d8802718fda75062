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
        @Nullable Backing backing) {

    public InvoiceLineDetail {
        origins = List.copyOf(origins);
    }

    /** The id of an invoice line detail: one billable on one invoice. */
    public record Id(UUID value) {

        public static Id of(Invoice.Id invoice, Billable billable) {
            return new Id(Identifiers.derived(
                    "invoiceLineDetail", invoice.value(), billable.id().toString()));
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
        return backing != null && !backing.equals(new Backing(billingType, quantity, price, amount));
    }

    /** What it adds to the invoice: its amount if chargeable, else zero (2.1). */
    public Money charged() {
        return billingType == BillingType.CHARGEABLE ? amount : Money.zero(amount.currency());
    }
}
