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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        Map<Actual.Id, Actual> there = existing(office, List.of(plan));
        plan.requireSame(there);
        return plan.isThere(there);
    }

    /**
     * What is there of the transactions. A read of several facts may fall amid the transaction that writes them; whoever sees one of them
     * sees all by reading again.
     */
    static Map<Actual.Id, Actual> existing(Table office, List<ApprovalPlan> plans) {
        Map<Actual.Id, Actual> there = read(office, plans);
        return plans.stream().anyMatch(plan -> plan.isPartly(there)) ? read(office, plans) : there;
    }

    private static Map<Actual.Id, Actual> read(Table office, List<ApprovalPlan> plans) {
        List<Actual.Id> possible =
                plans.stream().flatMap(ApprovalPlan::possible).distinct().toList();
        return ActualItem.findAll(office, possible).stream().collect(Collectors.toMap(Actual::id, Function.identity()));
    }

    private List<Write> writes(ApprovalPlan plan) {
        List<Write> writes = new ArrayList<>();
        ActualItem.encodeAll(plan.actuals()).forEach(item -> writes.add(Write.put(item, Condition.ABSENT)));
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
