package dev.fattura.contract;

import dev.fattura.contract.CountedEntries.CountedEntry;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.NotToExceed;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Key;
import dev.fattura.store.LimitItem;
import dev.fattura.store.Packing;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates unbilled sales of the billing backlog against the not-to-exceed limits again, or takes back what they use of them (domain.md
 * 1.5). What is on an invoice, or of which no limit counts anything, is left as it is. Entries and their limits change in one transaction
 * of the table, a page of the backlog together, since those that still do not fit are looked at again by every call.
 */
public final class EvaluateBacklog {

    private static final int PAGE = 100;

    /** Writes of entries and limits in a commit, which has the receipt too. */
    private static final int MOST = Table.COMMIT_LIMIT - 1;

    private final Table office;

    public EvaluateBacklog(Table office) {
        this.office = office;
    }

    /** How many of the entries ended with each status. */
    record Evaluated(Map<NotToExceed.Status, Long> counts) {

        Evaluated() {
            this(new EnumMap<>(NotToExceed.Status.class));
        }

        private void add(NotToExceed.Status status, long entries) {
            if (entries > 0) {
                counts.merge(status, entries, Long::sum);
            }
        }
    }

    /**
     * Evaluates the entries that failed or were reset.
     *
     * @param ids the chosen entries; empty for all of the contract
     * @throws dev.fattura.ledger.Refused if there is no such contract, or a chosen entry is on an invoice or is none
     */
    Evaluated reevaluate(Contract.Id id, List<UUID> ids, Command command) {
        Contract contract = MarkBacklog.contract(office, id);
        Evaluation evaluation = new Evaluation(contract, false, command);
        if (ids.isEmpty()) {
            contract.customers().forEach(customer -> notWithin(customer, evaluation));
        } else {
            evaluation.add(new FindEntries(office, contract).all(ids));
        }
        return evaluation.outcome;
    }

    /** Takes back what the entries use; they are not ready until they are evaluated again. @throws dev.fattura.ledger.Refused as above */
    Evaluated reset(Contract.Id id, List<UUID> ids, Command command) {
        Contract contract = MarkBacklog.contract(office, id);
        Evaluation evaluation = new Evaluation(contract, true, command);
        evaluation.add(new FindEntries(office, contract).all(ids));
        return evaluation.outcome;
    }

    private void notWithin(ContractCustomer customer, Evaluation evaluation) {
        @Nullable String after = null;
        do {
            BacklogItem.Entries page =
                    BacklogItem.page(office, evaluation.contract.id(), customer.customer(), after, PAGE);
            evaluation.add(page.entries().stream()
                    .filter(entry -> !entry.standing().good())
                    .toList());
            after = page.next();
        } while (after != null);
    }

    /** One request, and how many entries ended with each status so far. */
    private final class Evaluation {

        private final Contract contract;
        private final boolean reset;
        private final Command command;
        private final CountedEntries countedEntries;
        private final Evaluated outcome = new Evaluated();

        Evaluation(Contract contract, boolean reset, Command command) {
            this.contract = contract;
            this.reset = reset;
            this.command = command;
            this.countedEntries = new CountedEntries(office, contract);
        }

        void add(List<BacklogEntry> entries) {
            List<CountedEntry> counted = countedEntries.of(entries);
            outcome.add(NotToExceed.Status.NOT_APPLICABLE, entries.size() - counted.size());
            for (List<CountedEntry> part : Packing.parts(counted, MOST, EvaluateBacklog::touched)) {
                List<List<CountedEntry>> looked = new ArrayList<>(List.of(part));
                Attempts.untilDone(() -> attempt(looked.isEmpty() ? still(part) : looked.remove(0)))
                        .forEach(status -> outcome.add(status, 1));
            }
        }

        private Optional<List<NotToExceed.Status>> attempt(List<CountedEntry> entries) {
            LimitUse use = LimitUse.read(
                    office,
                    entries.stream().flatMap(each -> each.limits().stream()).toList());
            List<Write> writes = new ArrayList<>();
            List<NotToExceed.Status> statuses = new ArrayList<>();
            for (CountedEntry each : entries) {
                BacklogEntry changed = reset ? reset(each, use) : evaluated(each, use);
                NotToExceed kept = changed.standing().kept();
                statuses.add(kept == null ? NotToExceed.Status.COMMITTED : kept.status());
                if (!changed.equals(each.entry())) {
                    writes.add(BacklogItem.replace(each.entry(), changed));
                }
            }
            writes.addAll(use.writes());
            return writes.isEmpty()
                            || office.commit(CommandWrites.goingOn(office, command, writes))
                                    .done()
                    ? Optional.of(statuses)
                    : Optional.empty();
        }
    }

    /** As they are now; one that has left the backlog since it was found is on an invoice, and so left as it is. */
    private List<CountedEntry> still(List<CountedEntry> found) {
        Map<UUID, BacklogEntry> now =
                BacklogItem.findAll(
                                office, found.stream().map(CountedEntry::entry).toList())
                        .stream()
                        .collect(Collectors.toMap(entry -> entry.billable().id(), Function.identity()));
        return found.stream()
                .flatMap(each ->
                        Stream.ofNullable(now.get(each.entry().billable().id())).map(each::as))
                .toList();
    }

    private static Stream<Key> touched(CountedEntry counted) {
        return Stream.concat(
                Stream.of(BacklogItem.key(counted.entry())),
                counted.limits().stream().map(LimitItem::key));
    }

    private static BacklogEntry reset(CountedEntry counted, LimitUse use) {
        if (counted.entry().standing().good()) {
            use.free(counted.limits(), counted.amount());
        }
        return counted.entry().standing(BacklogEntry.Standing.NOT_EVALUATED);
    }

    private static BacklogEntry evaluated(CountedEntry counted, LimitUse use) {
        return counted.entry().standing().good()
                ? counted.entry()
                : counted.entry().standing(use.count(counted.limits(), counted.amount()));
    }
}
