package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Limit;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovedTransactionItem;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.Condition;
import dev.fattura.store.Key;
import dev.fattura.store.LimitItem;
import dev.fattura.store.Packing;
import dev.fattura.store.Parts;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Approves transactions that have their places: writes their actuals, their entries in the billing backlog, what they use of the
 * not-to-exceed limits, and their seal in one transaction of the table (domain.md 1.5, 2.14), as many together as fit. So an actual that
 * is there has been in the backlog and waits to cross, the parts of a split are all there or none is, no two approvals can count on the
 * same room under a limit, and no transaction is approved twice.
 */
final class ApproveTogether {

    private final Table office;
    private final @Nullable String by;
    private final ApprovalSeal seal;

    /** @param by the subject of the caller, null if there is none */
    ApproveTogether(Table office, @Nullable String by, ApprovalSeal seal) {
        this.office = office;
        this.by = by;
        this.seal = seal;
    }

    /**
     * Approves what is open of the plans; all of them are approved then.
     *
     * @throws dev.fattura.ledger.Refused if one of them was approved with other content meanwhile
     */
    void approve(PlaceTransactions.PlacedPlans placed) {
        List<List<ApprovalPlan>> looked = new ArrayList<>(List.of(placed.byGroup().stream()
                .filter(plan -> placed.open().contains(plan.transaction()))
                .toList()));
        Attempts.untilDone(() -> {
            List<ApprovalPlan> open = looked.isEmpty() ? notThere(office, placed.byGroup()) : looked.remove(0);
            return commit(open) ? Optional.of(placed) : Optional.empty();
        });
    }

    /**
     * Every attempt, and every run of the same request, approves in the same order: so whoever approves a transaction knows those before
     * it, and no seal is replaced by a smaller one.
     */
    private boolean commit(List<ApprovalPlan> plans) {
        Set<String> open = transactions(plans);
        return parts(plans).stream().allMatch(part -> Parts.orHalves(part, some -> commit(some, open)));
    }

    /** @param open the transactions of which nothing is there; without those of the plans if it happens */
    private boolean commit(List<ApprovalPlan> plans, Set<String> open) {
        Set<String> then = new HashSet<>(open);
        then.removeAll(transactions(plans));
        boolean done = seal.commit(writes(plans), then, plans.get(0).transaction());
        if (done) {
            open.retainAll(then);
        }
        return done;
    }

    private static Set<String> transactions(List<ApprovalPlan> plans) {
        return plans.stream().map(ApprovalPlan::transaction).collect(Collectors.toCollection(HashSet::new));
    }

    /** In their order, which also says who is first to use what is left of a limit. */
    private static List<List<ApprovalPlan>> parts(List<ApprovalPlan> plans) {
        return Packing.parts(plans, Table.COMMIT_LIMIT - ApprovalSeal.WRITES, ApproveTogether::touched).stream()
                .flatMap(part -> ApprovalGroups.together(part).stream())
                .toList();
    }

    private static Stream<Key> touched(ApprovalPlan plan) {
        return Stream.of(
                        Stream.of(ApprovedTransactionItem.key(plan.place())),
                        plan.actuals().stream().map(actual -> ActualItem.key(actual.id())),
                        plan.unbilledSales().stream().map(actual -> BacklogItem.key(ApprovalPlan.entry(actual))),
                        plan.limits().values().stream().flatMap(List::stream).map(LimitItem::key))
                .flatMap(keys -> keys);
    }

    /**
     * Those of the plans of which nothing is there: the transaction has its place and was not approved. A read of several facts may fall
     * amid the transaction that writes them; whoever sees one of them sees all by reading again.
     *
     * @throws dev.fattura.ledger.Refused if what is there of one is not what it becomes
     */
    static List<ApprovalPlan> notThere(Table office, List<ApprovalPlan> placed) {
        Map<Actual.Id, Actual> read = read(office, placed);
        Map<Actual.Id, Actual> there =
                placed.stream().allMatch(plan -> plan.isThere(read)) ? read : read(office, placed);
        return placed.stream().filter(plan -> !plan.requireSame(there)).toList();
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
            writes.add(ApprovedTransactionItem.approve(plan.place(), by));
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
