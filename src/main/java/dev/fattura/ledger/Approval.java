package dev.fattura.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One batch of approved transactions: which transactions it made actuals of. The sweep reads it to know what must have crossed. */
public record Approval(Id id, List<Entry> entries) {

    /** The id of an approval, derived from the command that sent it. */
    public record Id(UUID value) {

        /** The batch of reversals with which the approval of a transaction was cancelled. */
        public static Id cancellationOf(String transaction) {
            return new Id(Identifiers.derived("cancelledApproval", transaction));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * Which actuals one approved transaction became: {@code cost}, {@code unbilledSales} or both.
     *
     * @param further its other unbilled sales, where it was split; of a cancelled approval the reversals
     */
    public record Entry(String transaction, boolean cost, boolean unbilledSales, List<Actual.Id> further) {

        public Entry {
            further = List.copyOf(further);
        }

        /** A transaction that was not split. */
        public Entry(String transaction, boolean cost, boolean unbilledSales) {
            this(transaction, cost, unbilledSales, List.of());
        }

        public List<Actual.Id> actuals() {
            List<Actual.Id> actuals = new ArrayList<>();
            if (cost) {
                actuals.add(Actual.Id.costOf(transaction));
            }
            if (unbilledSales) {
                actuals.add(Actual.Id.unbilledSalesOf(transaction));
            }
            actuals.addAll(further);
            return actuals;
        }
    }

    public Approval {
        entries = List.copyOf(entries);
    }
}
