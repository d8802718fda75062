package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Limit;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.Condition;
import dev.fattura.store.Table;
import dev.fattura.store.TransactionItem;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the actuals of transactions that are approved together, their entries in the billing backlog and what they use of the
 * not-to-exceed limits in one transaction of the table (domain.md 1.5, 2.14). So an actual that is there has been in the backlog, the
 * parts of a split are all there or none is, no two approvals can count on the same room under a limit, and no transaction is approved
 * twice.
 */
final class ApproveTogether {

    private final Table office;

    ApproveTogether(Table office) {
        this.office = office;
    }

    /** What a transaction becomes at a place. */
    interface Planning extends Function<ApprovedPlace, ApprovalPlan> {}

    /**
     * The plans by which the transactions are approved.
     *
     * @param wanted by the id of each transaction what it becomes
     * @param places of those that would be approved now
     * @param known the places of those that are approved, as far as anybody has looked
     * @throws dev.fattura.ledger.Refused if one of them was approved with other content meanwhile
     */
    List<ApprovalPlan> approve(
            Map<String, Planning> wanted, Map<String, ApprovedPlace> places, Map<String, ApprovedPlace> known) {
        List<Map<String, ApprovedPlace>> looked = new ArrayList<>(List.of(known));
        return Attempts.untilDone(() -> {
            Map<String, ApprovedPlace> approved =
                    looked.isEmpty() ? TransactionItem.find(office, wanted.keySet()) : looked.remove(0);
            return attempt(wanted, places, approved);
        });
    }

    private Optional<List<ApprovalPlan>> attempt(
            Map<String, Planning> wanted, Map<String, ApprovedPlace> places, Map<String, ApprovedPlace> approved) {
        List<ApprovalPlan> there = new ArrayList<>();
        List<ApprovalPlan> missing = new ArrayList<>();
        List<ApprovalPlan> all = new ArrayList<>();
        wanted.forEach((transaction, planning) -> {
            ApprovedPlace place = approved.get(transaction);
            ApprovalPlan plan = planning.apply(place == null ? places.get(transaction) : place);
            (place == null ? missing : there).add(plan);
            all.add(plan);
        });
        requireSame(office, there);
        return missing.isEmpty() || office.commit(writes(missing)).done() ? Optional.of(all) : Optional.empty();
    }

    /**
     * Refuses the first of the plans of approved transactions that is not what is there of it. A read of several facts may fall amid the
     * transaction that writes them; whoever sees one of them sees all by reading again.
     */
    static void requireSame(Table office, List<ApprovalPlan> approved) {
        Map<Actual.Id, Actual> read = read(office, approved);
        Map<Actual.Id, Actual> there =
                approved.stream().allMatch(plan -> plan.isThere(read)) ? read : read(office, approved);
        approved.forEach(plan -> plan.requireSame(there));
    }

    private static Map<Actual.Id, Actual> read(Table office, List<ApprovalPlan> plans) {
        List<Actual.Id> possible =
                plans.stream().flatMap(ApprovalPlan::possible).distinct().toList();
        return ActualItem.findAll(office, possible).stream().collect(Collectors.toMap(Actual::id, Function.identity()));
    }

    private List<Write> writes(List<ApprovalPlan> plans) {
        List<Write> writes = new ArrayList<>();
        LimitUse use = LimitUse.read(
                office,
                plans.stream()
                        .flatMap(plan -> plan.limits().values().stream())
                        .flatMap(List::stream)
                        .toList());
        for (ApprovalPlan plan : plans) {
            writes.add(TransactionItem.approve(plan.transaction(), plan.company(), plan.place()));
            ActualItem.encodeAll(plan.actuals()).forEach(item -> writes.add(Write.put(item, Condition.ABSENT)));
            for (Actual actual : plan.unbilledSales()) {
                List<Limit> limits = plan.limits().getOrDefault(actual.id(), List.of());
                BacklogEntry entry = ApprovalPlan.entry(actual).marked(plan.status());
                BacklogEntry.Standing standing = use.count(limits, actual.amount());
                writes.add(Write.put(BacklogItem.encode(entry.standing(standing)), Condition.ABSENT));
            }
        }
        writes.addAll(use.writes());
        return writes;
    }
}
