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
 * <p>Its billing status follows from the facts that exist: an unbilled sales actual is invoiced when its reversal is there.
 *
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
     * The id of an actual, derived from its cause. Two actuals that one cause makes at once, cost and unbilled sales of a transaction, billed
     * sales and reversal of a line, are companions: their ids differ in the last digit only, so whoever knows one knows where both are.
     */
    public record Id(UUID value) {

        private static final long PLACE = 1;

        /** The version of ids that have a companion; other ids are of version 3. */
        private static final int OF_COMPANIONS = 8;

        /** The cost actual of an approved transaction. */
        public static Id costOf(String transaction) {
            return companion(0, Identifiers.derived("approved", transaction));
        }

        /** The unbilled sales actual of an approved transaction. */
        public static Id unbilledSalesOf(String transaction) {
            return companion(1, Identifiers.derived("approved", transaction));
        }

        /**
         * What else of an approved transaction is unbilled sales, where it is split between customers or into what is billable and what
         * is not (domain.md 2.14); the first of them has the id of {@link #unbilledSalesOf(String)}.
         */
        public static Id unbilledSalesOf(String transaction, String customer, BillingType billingType) {
            return new Id(Identifiers.derived("unbilledSales", transaction, customer, billingType.code()));
        }

        /** The reversal of an actual whose approval was cancelled (domain.md 2.14). */
        public static Id cancellationOf(Id original) {
            return new Id(Identifiers.derived("cancellation", original.toString()));
        }

        /** The billed sales actual that confirming makes of an invoice line detail. */
        public static Id billedSalesOf(InvoiceLineDetail.Id detail) {
            return companion(0, Identifiers.derived("confirmed", detail.toString()));
        }

        /** The negative unbilled sales actual with which confirming an invoice line detail closes the unbilled sales behind it. */
        public static Id reversalFor(InvoiceLineDetail.Id detail) {
            return companion(1, Identifiers.derived("confirmed", detail.toString()));
        }

        /** An actual that confirming an invoice line detail can have written, told apart by the part it plays. */
        public static Id of(ActualPart part, InvoiceLineDetail.Id detail) {
            return switch (part) {
                case BILLED_SALES -> billedSalesOf(detail);
                case REVERSAL -> reversalFor(detail);
                default -> new Id(Identifiers.derived(part.code(), detail.toString()));
            };
        }

        private static Id companion(long place, UUID cause) {
            long most = (cause.getMostSignificantBits() & ~0xF000L) | ((long) OF_COMPANIONS << 12);
            return new Id(new UUID(most, (cause.getLeastSignificantBits() & ~PLACE) | place));
        }

        /** Whether its cause may have made another actual at once, which is then its companion. */
        public boolean hasCompanion() {
            return value.version() == OF_COMPANIONS;
        }

        /** The same for companions, and for no others. */
        public UUID cause() {
            return hasCompanion()
                    ? new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() & ~PLACE)
                    : value;
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

    private Optional<Id> connected(ConnectionRole role, ConnectionRole otherRole) {
        return connections.stream()
                .filter(connection -> connection.role() == role && connection.otherRole() == otherRole)
                .map(connection -> new Id(connection.other()))
                .findFirst();
    }
}
