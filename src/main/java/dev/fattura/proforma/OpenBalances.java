package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.store.ActualItem;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open balances of a customer's retainers: invoiced, not used up, and on no draft (domain.md 1.10). */
final class OpenBalances {

    private static final int PAGE = 100;

    private final Table office;

    OpenBalances(Table office) {
        this.office = office;
    }

    /** The oldest of them that are wanted, at most so many. */
    List<Actual> free(Contract.Id contract, String customer, int most, Predicate<Actual> wanted) {
        List<Actual> free = new ArrayList<>();
        @Nullable String after = null;
        do {
            BacklogItem.Entries page = BacklogItem.deductions(office, contract, customer, after, PAGE);
            unclaimed(page.entries()).stream()
                    .filter(wanted)
                    .limit(most - (long) free.size())
                    .forEach(free::add);
            after = page.next();
        } while (after != null && free.size() < most);
        return free;
    }

    /** In the order of the entries. */
    private List<Actual> unclaimed(List<BacklogEntry> entries) {
        Map<UUID, Invoice.Id> holders = ClaimItem.holders(
                office, entries.stream().map(BacklogEntry::billable).toList());
        List<UUID> ids = entries.stream()
                .map(entry -> entry.billable().id())
                .filter(id -> !holders.containsKey(id))
                .toList();
        Map<UUID, Actual> actuals = ActualItem.findAll(
                        office, ids.stream().map(Actual.Id::new).toList())
                .stream()
                .collect(Collectors.toMap(actual -> actual.id().value(), Function.identity()));
        return ids.stream().flatMap(id -> Stream.ofNullable(actuals.get(id))).toList();
    }
}
