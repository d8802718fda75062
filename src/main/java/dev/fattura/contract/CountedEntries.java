package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Limit;
import dev.fattura.money.Money;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what of entries of a contract's backlog its not-to-exceed limits count, many at a time; it never changes. */
final class CountedEntries {

    private final Table office;
    private final Contract contract;
    private final Map<ContractLine.Id, ContractLine> lines = new HashMap<>();

    CountedEntries(Table office, Contract contract) {
        this.office = office;
        this.contract = contract;
    }

    /**
     * An entry with what counts of it.
     *
     * @param amount above zero
     * @param limits at least one, in the order of evaluation
     */
    record CountedEntry(BacklogEntry entry, Money amount, List<Limit> limits) {

        CountedEntry as(BacklogEntry now) {
            return new CountedEntry(now, amount, limits);
        }
    }

    /** Those of the entries of which a limit counts anything. */
    List<CountedEntry> of(List<BacklogEntry> entries) {
        List<BacklogEntry> work = entries.stream()
                .filter(entry -> entry.billable().kind() == Billable.Kind.UNBILLED_SALES)
                .toList();
        Map<Actual.Id, Actual> facts = facts(work);
        List<CountedEntry> counted = new ArrayList<>();
        for (BacklogEntry entry : work) {
            Actual actual = Objects.requireNonNull(
                    facts.get(new Actual.Id(entry.billable().id())));
            Money amount = CountedDecider.counted(actual, facts);
            List<Limit> limits = Limit.unused(contract, line(entry), entry.customer());
            if (!amount.isZero() && !limits.isEmpty()) {
                counted.add(new CountedEntry(entry, amount, limits));
            }
        }
        return counted;
    }

    /** The actuals of the entries and, read together, their sources, and theirs. */
    private Map<Actual.Id, Actual> facts(List<BacklogEntry> entries) {
        Map<Actual.Id, Actual> facts = new HashMap<>();
        List<Actual.Id> wanted = entries.stream()
                .map(entry -> new Actual.Id(entry.billable().id()))
                .toList();
        while (!wanted.isEmpty()) {
            List<Actual> found = ActualItem.findAll(office, wanted);
            found.forEach(actual -> facts.put(actual.id(), actual));
            wanted = found.stream()
                    .flatMap(actual -> CountedDecider.source(actual).stream())
                    .filter(source -> !facts.containsKey(source))
                    .distinct()
                    .toList();
        }
        return facts;
    }

    private ContractLine line(BacklogEntry entry) {
        return lines.computeIfAbsent(entry.billable().line(), line -> ContractLineItem.find(office, contract.id(), line)
                .orElseThrow());
    }
}
