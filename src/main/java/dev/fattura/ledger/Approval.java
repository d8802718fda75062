package dev.fattura.ledger;

import java.util.List;
import java.util.UUID;

/** One batch of approved transactions: which transactions it made actuals of. The sweep reads it to know what must have crossed. */
public record Approval(Id id, List<Entry> entries) {

    /** The id of an approval, derived from the command that sent it. */
    public record Id(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Which actuals one approved transaction became: {@code cost}, {@code unbilledSales} or both. */
    public record Entry(String transaction, boolean cost, boolean unbilledSales) {

        public List<Actual.Id> actuals() {
            if (cost && unbilledSales) {
                return List.of(Actual.Id.costOf(transaction), Actual.Id.unbilledSalesOf(transaction));
            }
            return List.of(cost ? Actual.Id.costOf(transaction) : Actual.Id.unbilledSalesOf(transaction));
        }
    }

    public Approval {
        entries = List.copyOf(entries);
    }
}
