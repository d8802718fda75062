package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Limit;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovedTransactionItem;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.Condition;
import dev.fattura.store.Key;
import dev.fattura.store.LimitItem;
import dev.fattura.store.Parts;
import dev.fattura.store.Table;
import dev.fattura.store.TransactionItem;
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
 * Gives transactions that are approved together their places, and writes their actuals, their entries in the billing backlog and what they
 * use of the not-to-exceed limits in one transaction of the table (domain.md 1.5, 2.14). So an actual that is there has been in the backlog,
 * the parts of a split are all there or none is, no two approvals can count on the same room under a limit, and no transaction is
 * approved twice.
 *
 * <p>A place is given before, one by one, since that costs half: whoever crashes in between leaves a place where nothing is, and the
 * transaction is approved there when it comes again, in whatever request.
 */
final class ApproveTogether {

    private final Table office;
    private final @Nullable String by;

    /** @param by the subject of the caller, null if there is none */
    ApproveTogether(Table office, @Nullable String by) {
        this.office = office;
        this.by = by;
    }

    /** What a transaction becomes at a place. */
    interface Planning extends Function<ApprovedPlace, ApprovalPlan> {}

    /**
     * The plans by which the transactions are approved.
     *
     * @param wanted by the id of each transaction what it becomes
     * @param own the places of those that had none
     * @param known the places of those that had one, as far as anybody has looked
     * @throws dev.fattura.ledger.Refused if one of them was approved with other content meanwhile
     */
    List<ApprovalPlan> approve(
            Map<String, Planning> wanted, Map<String, ApprovedPlace> own, Map<String, ApprovedPlace> known) {
        List<Map<String, ApprovedPlace>> looked = new ArrayList<>(List.of(known));
        return Attempts.untilDone(() -> {
            Map<String, ApprovedPlace> places =
                    looked.isEmpty() ? TransactionItem.find(office, wanted.keySet()) : looked.remove(0);
            return attempt(wanted, own, places);
        });
    }

    private Optional<List<ApprovalPlan>> attempt(
            Map<String, Planning> wanted, Map<String, ApprovedPlace> own, Map<String, ApprovedPlace> places) {
        List<ApprovalPlan> all = new ArrayList<>();
        List<ApprovalPlan> placed = new ArrayList<>();
        List<ApprovalPlan> unplaced = new ArrayList<>();
        wanted.forEach((transaction, planning) -> {
            ApprovedPlace place = places.get(transaction);
            ApprovalPlan plan = planning.apply(place == null ? own.get(transaction) : place);
            (place == null ? unplaced : placed).add(plan);
            all.add(plan);
        });
        Set<ApprovalPlan> missing = new HashSet<>(notThere(office, placed));
        missing.addAll(unplaced);
        // In the order of the request, which says who is first to use what is left of a limit.
        List<ApprovalPlan> open = all.stream().filter(missing::contains).toList();
        return place(unplaced) && write(open) ? Optional.of(all) : Optional.empty();
    }

    /** Whether each of them has its place now; another may have been given one meanwhile. */
    private boolean place(List<ApprovalPlan> plans) {
        return office.putNew(plans.stream()
                        .map(plan -> TransactionItem.encode(plan.transaction(), plan.company(), plan.place()))
                        .toList())
                .isEmpty();
    }

    /** Those that were given their places by different requests share no sheets, so they may not fit into one transaction. */
    private boolean write(List<ApprovalPlan> plans) {
        return Parts.each(plans, Table.COMMIT_LIMIT, ApproveTogether::touched, part -> office.commit(writes(part))
                .done());
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
