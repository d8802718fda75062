package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Limit;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A transaction of a batch and the actuals that it becomes.
 *
 * @param status of its unbilled sales in the billing backlog
 * @param limits that each of its chargeable unbilled sales counts for
 */
record ApprovalPlan(
        String transaction,
        String pointer,
        List<Actual> actuals,
        BacklogStatus status,
        Map<Actual.Id, List<Limit>> limits) {

    /** The plan of the batch, in its order. @throws Refused at the first transaction that cannot be approved, or is there twice */
    static List<ApprovalPlan> of(List<ApprovedTransaction> transactions, References references) {
        Set<String> seen = new HashSet<>();
        List<ApprovalPlan> plans = new ArrayList<>();
        for (ApprovedTransaction transaction : transactions) {
            String pointer = "/transactions/" + plans.size();
            if (!seen.add(transaction.id())) {
                throw new Refused(
                        RefusalCode.DUPLICATE_LINE,
                        "Transaction " + transaction.id() + " is there twice.",
                        pointer + "/transaction");
            }
            plans.add(ApprovalDecider.plan(transaction, references, pointer));
        }
        return plans;
    }

    /** The ids of all actuals that say whether and how the transaction was approved, or cancelled. */
    Stream<Actual.Id> possible() {
        return Stream.concat(
                Stream.of(cost(), first(), Actual.Id.cancellationOf(cost()), Actual.Id.cancellationOf(first())),
                actuals.stream().map(Actual::id));
    }

    /** What is there of the transaction must be what it becomes now, also when it would become fewer actuals. */
    void requireSame(Map<Actual.Id, Actual> existing) {
        if (cancelled(existing)) {
            throw new Refused(
                    RefusalCode.APPROVAL_CANCELLED, "The approval of " + transaction + " was cancelled.", pointer);
        }
        List<Actual> there = there(existing);
        if (isPartly(existing) || !actuals.containsAll(there)) {
            throw approvedOtherwise();
        }
    }

    private List<Actual> there(Map<Actual.Id, Actual> existing) {
        return possible()
                .distinct()
                .filter(existing::containsKey)
                .map(existing::get)
                .toList();
    }

    private boolean cancelled(Map<Actual.Id, Actual> existing) {
        return existing.containsKey(Actual.Id.cancellationOf(cost()))
                || existing.containsKey(Actual.Id.cancellationOf(first()));
    }

    /** Whether it was approved before; its facts are written together, so that one of them stands for all. */
    boolean isThere(Map<Actual.Id, Actual> existing) {
        return actuals.stream().anyMatch(actual -> existing.containsKey(actual.id()));
    }

    /** Whether some of its facts are there and others are not. */
    boolean isPartly(Map<Actual.Id, Actual> existing) {
        int there = there(existing).size();
        return there > 0 && there < actuals.size();
    }

    private Refused approvedOtherwise() {
        return new Refused(
                RefusalCode.ALREADY_APPROVED,
                "Transaction " + transaction + " is approved with other content.",
                pointer);
    }

    List<Actual> unbilledSales() {
        return actuals.stream()
                .filter(actual -> actual.type() == TransactionType.UNBILLED_SALES)
                .toList();
    }

    /** The entry of an unbilled sales actual in the billing backlog. */
    static BacklogEntry entry(Actual unbilledSales) {
        return new BacklogEntry(
                unbilledSales.dimensions().contract(),
                unbilledSales.dimensions().customer(),
                unbilledSales.transactionDate(),
                Billable.unbilledSales(
                        unbilledSales.id(), unbilledSales.dimensions().line()));
    }

    Approval.Entry entry() {
        List<Actual.Id> unbilled = unbilledSales().stream().map(Actual::id).toList();
        return new Approval.Entry(
                transaction,
                actuals.stream().anyMatch(actual -> actual.type() == TransactionType.COST),
                !unbilled.isEmpty(),
                unbilled.stream().skip(1).toList());
    }

    Actual.Id first() {
        return Actual.Id.unbilledSalesOf(transaction);
    }

    private Actual.Id cost() {
        return Actual.Id.costOf(transaction);
    }
}
