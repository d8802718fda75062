package dev.fattura.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One batch of approved transactions: which transactions it made actuals of. The sweep reads it to know what must have crossed. */
public record Approval(Id id, List<Entry> entries) {

    private static final String PART = "#";

    /** The id of an approval, derived from the command that sent it. */
    public record Id(UUID value) {

        /** The batch of reversals with which the approval of a transaction was cancelled. */
        public static Id cancellationOf(String transaction) {
            return new Id(Identifiers.derived("cancelledApproval", transaction));
        }

        /** The approval whose actuals that entry of the queue stands for. */
        public static Id of(Work crossing) {
            return new Id(UUID.fromString(crossing.id().split(PART, 2)[0]));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * The entry of the queue that stands for what is approved in one transaction of the table. Each has an entry of its own: whoever has
     * carried what was there before ends that entry, and must not end this one with it.
     *
     * @param first of the transactions that are approved in it; no other approves it
     */
    public static Work crossing(Id approval, String first) {
        return Work.of(Work.Queue.CROSSING_APPROVAL, Work.OFFICE, approval + PART + first);
    }

    /**
     * Which actuals one approved transaction became: {@code cost}, {@code unbilledSales} or both.
     *
     * @param further its other unbilled sales, where it was split; of a cancelled approval the reversals
     */
    public record Entry(
            String transaction, Actual.@Nullable Id cost, Actual.@Nullable Id unbilledSales, List<Actual.Id> further) {

        public Entry {
            further = List.copyOf(further);
        }

        public List<Actual.Id> actuals() {
            List<Actual.Id> actuals = new ArrayList<>();
            if (cost != null) {
                actuals.add(cost);
            }
            if (unbilledSales != null) {
                actuals.add(unbilledSales);
            }
            actuals.addAll(further);
            return actuals;
        }
    }

    public Approval {
        entries = List.copyOf(entries);
    }
}
