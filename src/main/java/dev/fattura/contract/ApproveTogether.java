package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Limit;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.Condition;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the actuals of one transaction, their entries in the billing backlog and what they use of the not-to-exceed limits in one
 * transaction of the table (domain.md 1.5, 2.14). So an actual that is there has been in the backlog, the parts of a split are all
 * there or none is, and no two approvals can count on the same room under a limit.
 */
final class ApproveTogether {

    private final Table office;

    ApproveTogether(Table office) {
        this.office = office;
    }

    /** @throws dev.fattura.ledger.Refused if it was approved with other content meanwhile */
    void approve(ApprovalPlan plan) {
        Attempts.untilDone(() -> attempt(plan));
    }

    private Optional<ApprovalPlan> attempt(ApprovalPlan plan) {
        return office.commit(writes(plan)).done() || approvedAlready(plan) ? Optional.of(plan) : Optional.empty();
    }

    /** If not, another approval used a limit at this moment. */
    private boolean approvedAlready(ApprovalPlan plan) {
        List<Actual> there = ActualItem.findAll(
                office, plan.actuals().stream().map(Actual::id).toList());
        if (!there.isEmpty()
                && (there.size() < plan.actuals().size() || !plan.actuals().containsAll(there))) {
            throw plan.approvedOtherwise();
        }
        return !there.isEmpty();
    }

    private List<Write> writes(ApprovalPlan plan) {
        List<Write> writes = new ArrayList<>();
        plan.actuals().forEach(actual -> writes.add(Write.put(ActualItem.encode(actual), Condition.ABSENT)));
        LimitUse use = LimitUse.read(
                office, plan.limits().values().stream().flatMap(List::stream).toList());
        for (Actual actual : plan.unbilledSales()) {
            List<Limit> limits = plan.limits().getOrDefault(actual.id(), List.of());
            BacklogEntry entry = ApprovalPlan.entry(actual).marked(plan.status());
            BacklogEntry.Standing standing = use.count(limits, actual.amount());
            writes.add(Write.put(BacklogItem.encode(entry.standing(standing)), Condition.ABSENT));
        }
        writes.addAll(use.writes());
        return writes;
    }
}
