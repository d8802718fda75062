package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A transaction of a batch and the actuals that it becomes. */
record ApprovalPlan(String transaction, String pointer, List<Actual> actuals) {

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
            List<Actual> actuals = ApprovalDecider.actuals(transaction, references, pointer);
            plans.add(new ApprovalPlan(transaction.id(), pointer, actuals));
        }
        return plans;
    }

    /** The ids of all actuals that a transaction can become. */
    static Stream<Actual.Id> possible(String transaction) {
        return Stream.of(Actual.Id.costOf(transaction), Actual.Id.unbilledSalesOf(transaction));
    }

    /** What is there of the transaction must be what it becomes now, also when it would become fewer actuals. */
    void requireSame(Map<Actual.Id, Actual> existing) {
        boolean same = possible(transaction)
                .filter(existing::containsKey)
                .map(existing::get)
                .allMatch(actuals::contains);
        if (!same) {
            throw approvedOtherwise();
        }
    }

    Refused approvedOtherwise() {
        return new Refused(
                RefusalCode.ALREADY_APPROVED,
                "Transaction " + transaction + " is approved with other content.",
                pointer);
    }

    Approval.Entry entry() {
        return new Approval.Entry(transaction, has(TransactionType.COST), has(TransactionType.UNBILLED_SALES));
    }

    private boolean has(TransactionType type) {
        return actuals.stream().anyMatch(actual -> actual.type() == type);
    }
}
