package dev.fattura.contract;

import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.store.Attempts;
import dev.fattura.store.Table;
import dev.fattura.store.TransactionItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives the transactions of a request their places, all of them before any is approved, and looks at everything that can refuse the
 * request. One by one, since that costs half: whoever crashes in between leaves places where nothing is, and such a transaction is
 * approved there when it comes again, in whatever request (docs/decisions/items.md).
 */
final class PlaceTransactions {

    private final Table office;
    private final List<ApprovedTransaction> transactions;
    private final References references;

    PlaceTransactions(Table office, List<ApprovedTransaction> transactions, References references) {
        this.office = office;
        this.transactions = transactions;
        this.references = references;
    }

    /**
     * What the transactions of a request become, each at its place, which never changes any more.
     *
     * @param plans in the order of the request
     * @param byGroup the same, those that share sheets one after the other
     * @param open the transactions of which nothing was there yet
     */
    record PlacedPlans(List<ApprovalPlan> plans, List<ApprovalPlan> byGroup, Set<String> open) {}

    /**
     * The plans of the transactions at their places.
     *
     * @throws dev.fattura.ledger.Refused if a transaction contradicts what it refers to, was approved with other content or cancelled,
     *     or is one of another company than the caller's
     */
    PlacedPlans place() {
        List<List<Integer>> groups = ApprovalGroups.of(transactions, references);
        Map<Integer, ApprovedPlace> places = ApprovalGroups.places(transactions, groups);
        List<ApprovalPlan> own = new ArrayList<>();
        for (int index = 0; index < transactions.size(); index++) {
            own.add(plan(index, Objects.requireNonNull(places.get(index))));
        }
        return Attempts.untilDone(() -> attempt(groups, own));
    }

    /** @param own the plans of all transactions, for those that have no place yet */
    private Optional<PlacedPlans> attempt(List<List<Integer>> groups, List<ApprovalPlan> own) {
        Map<String, ApprovedPlace> known = TransactionItem.findOwn(
                office, transactions.stream().map(ApprovedTransaction::id).toList());
        List<ApprovalPlan> plans = new ArrayList<>();
        List<ApprovalPlan> placed = new ArrayList<>();
        List<ApprovalPlan> unplaced = new ArrayList<>();
        for (int index = 0; index < transactions.size(); index++) {
            ApprovedPlace place = known.get(transactions.get(index).id());
            ApprovalPlan plan = place == null ? own.get(index) : plan(index, place);
            plans.add(plan);
            (place == null ? unplaced : placed).add(plan);
        }
        Set<String> open = new HashSet<>();
        Stream.concat(ApproveTogether.notThere(office, placed).stream(), unplaced.stream())
                .forEach(plan -> open.add(plan.transaction()));
        if (!put(unplaced)) {
            return Optional.empty();
        }
        return Optional.of(new PlacedPlans(
                plans, groups.stream().flatMap(List::stream).map(plans::get).toList(), open));
    }

    private ApprovalPlan plan(int index, ApprovedPlace place) {
        return ApprovalDecider.plan(transactions.get(index), place, references, ApproveTransactions.pointer(index));
    }

    /** Whether each of them has its place now; another may have been given one meanwhile. */
    private boolean put(List<ApprovalPlan> plans) {
        return office.putNew(plans.stream()
                        .map(plan -> TransactionItem.encode(plan.transaction(), plan.company(), plan.place()))
                        .toList())
                .isEmpty();
    }
}
