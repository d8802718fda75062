package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.store.ActualItem;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the billing backlog of a contract (domain.md 1.13), with what stands behind each entry. */
final class BacklogInquiry {

    private final Table office;

    BacklogInquiry(Office office) {
        this.office = office.table();
    }

    /**
     * A page of the backlog.
     *
     * @param actuals the unbilled sales of the page's entries, by their ids
     * @param lines the contract's lines, by their ids
     */
    record Backlog(
            Contract contract,
            Listing<BacklogEntry> entries,
            Map<Actual.Id, Actual> actuals,
            Map<ContractLine.Id, ContractLine> lines) {}

    /** @throws dev.fattura.ledger.Refused if there is no such contract */
    Backlog read(Contract.Id id, PageRequest page) {
        Contract contract = ContractItem.find(office, id).orElseThrow(() -> Missing.of("contract", id));
        List<ContractCustomer> customers = contract.customers();
        Listing<BacklogEntry> entries = Listing.across(customers.size(), page, (part, after, limit) -> {
            BacklogItem.Entries found =
                    BacklogItem.page(office, id, customers.get(part).customer(), after, limit);
            return new Listing.Slice<>(found.entries(), found.next());
        });
        return new Backlog(contract, entries, actuals(entries.entries()), lines(id));
    }

    private Map<Actual.Id, Actual> actuals(List<BacklogEntry> entries) {
        List<Actual.Id> ids = entries.stream()
                .map(BacklogEntry::billable)
                .filter(billable -> billable.kind() == Billable.Kind.UNBILLED_SALES)
                .map(billable -> new Actual.Id(billable.id()))
                .toList();
        return ActualItem.findAll(office, ids).stream().collect(Collectors.toMap(Actual::id, Function.identity()));
    }

    private Map<ContractLine.Id, ContractLine> lines(Contract.Id contract) {
        return ContractLineItem.of(office, contract).stream()
                .collect(Collectors.toMap(ContractLine::id, Function.identity()));
    }
}
