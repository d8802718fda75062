package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An invoice line detail of a draft (domain.md 1.8): what one billable of the backlog will bill.
 *
 * @param billable what it bills
 * @param origins of the billable; the invoice's own are added when it is confirmed
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
        List<Origin> origins) {

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

    /** What it adds to the invoice: its amount if chargeable, else zero (2.1). */
    public Money charged() {
        return billingType == BillingType.CHARGEABLE ? amount : Money.zero(amount.currency());
    }
}
