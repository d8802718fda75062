package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An actual (domain.md 1.11): a fact of the office, written once and never changed.
 *
 * <p>Its billing status, and whether it is adjusted, follow from what else is there and are derived where it is shown.
 *
 * @param adjustmentStatus as it was written: normal, or unadjustable on a reversal
 * @param quantity negative on a reversal
 * @param amount quantity times price in minor units of the price's currency; negative on a reversal
 * @param transactionDate when the work was done, without a time zone
 * @param accountingDate the transaction date until billed, the confirmation date on what confirming writes (2.1)
 * @param invoice the proforma that wrote it; only on what confirming writes
 * @param shards over how many partitions the rows of that invoice are spread, else 1
 * @param skipSync whether it never crosses to finance: what finance does by itself when it posts an invoice (2.1), and the cost of
 *     work that another company did (3.12)
 */
public record Actual(
        Id id,
        TransactionType type,
        TransactionClass transactionClass,
        BillingType billingType,
        AdjustmentStatus adjustmentStatus,
        Quantity quantity,
        Price price,
        Money amount,
        LocalDate transactionDate,
        LocalDate accountingDate,
        Dimensions dimensions,
        Invoice.@Nullable Id invoice,
        int shards,
        boolean skipSync,
        List<Connection> connections,
        List<Origin> origins) {

    public Actual {
        connections = List.copyOf(connections);
        origins = List.copyOf(origins);
    }

    /**
     * The id of an actual, derived from its cause. Those of approved transactions say where they are ({@link ApprovedPlace}), those of
     * confirmed lines follow from the line detail.
     */
    public record Id(UUID value) {

        /** The reversal of an actual whose approval was cancelled (domain.md 2.14). */
        public static Id cancellationOf(Id original) {
            return new Id(Identifiers.derived("cancellation", original.toString()));
        }

        /** The billed sales actual that confirming makes of an invoice line detail. */
        public static Id billedSalesOf(InvoiceLineDetail.Id detail) {
            return of(ActualPart.BILLED_SALES, detail);
        }

        /** The negative unbilled sales actual with which confirming an invoice line detail closes the unbilled sales behind it. */
        public static Id reversalFor(InvoiceLineDetail.Id detail) {
            return of(ActualPart.REVERSAL, detail);
        }

        /** An actual that confirming an invoice line detail can have written, told apart by the part it plays. */
        public static Id of(ActualPart part, InvoiceLineDetail.Id detail) {
            UUID value = detail.value();
            return new Id(
                    Placed.is(value)
                            ? Placed.at(value, part.number(), Placed.lineOf(value))
                            : Identifiers.derived(part.code(), detail.toString()));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** On billed sales: the unbilled sales actual that it bills; milestones, products and corrections have none. */
    public Optional<Id> unbilledSales() {
        return connected(ConnectionRole.BILLED_SALES, ConnectionRole.UNBILLED_SALES);
    }

    /** On a reversal: the actual that it takes back. */
    public Optional<Id> reverses() {
        return connected(ConnectionRole.REVERSING, ConnectionRole.ORIGINAL);
    }

    /** On what an invoice wrote instead of another actual: that one, which it edits or corrects. */
    public Optional<Id> replaces() {
        return connected(ConnectionRole.REPLACING, ConnectionRole.ORIGINAL);
    }

    private Optional<Id> connected(ConnectionRole role, ConnectionRole otherRole) {
        return connections.stream()
                .filter(connection -> connection.role() == role && connection.otherRole() == otherRole)
                .map(connection -> new Id(connection.other()))
                .findFirst();
    }
}
