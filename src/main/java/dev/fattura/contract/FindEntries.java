package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.store.ActualItem;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.RetainerItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds entries of the billing backlog of a contract by what they bill. */
final class FindEntries {

    private static final int PAGE = 100;

    private final Table office;
    private final Contract contract;

    FindEntries(Table office, Contract contract) {
        this.office = office;
        this.contract = contract;
    }

    /** The entries as they are now, in the order of the ids. @throws Refused at the first that is on an invoice, or is none */
    List<BacklogEntry> all(List<UUID> ids) {
        Map<UUID, BacklogEntry> places = places(ids);
        Map<UUID, BacklogEntry> there = new HashMap<>();
        BacklogItem.findAll(office, List.copyOf(places.values()))
                .forEach(entry -> there.put(entry.billable().id(), entry));
        List<BacklogEntry> found = new ArrayList<>();
        for (UUID id : ids) {
            BacklogEntry entry = there.get(id);
            if (entry == null) {
                throw absent(id, places.get(id), "/entries/" + found.size());
            }
            found.add(entry);
        }
        return found;
    }

    private Refused absent(UUID id, @Nullable BacklogEntry place, String pointer) {
        return Optional.ofNullable(place)
                .flatMap(known -> ClaimItem.holder(office, known.billable()))
                .map(holder -> new Refused(RefusalCode.ALREADY_ON_INVOICE, "It is on invoice " + holder + ".", pointer))
                .orElseGet(() -> new Refused(
                        RefusalCode.UNKNOWN_REFERENCE,
                        "The billing backlog of contract " + contract.id() + " has no entry " + id + ".",
                        pointer));
    }

    /** Where what the ids name would stand in the backlog; one that names nothing of the contract is left out. */
    private Map<UUID, BacklogEntry> places(List<UUID> ids) {
        Map<UUID, BacklogEntry> places = new HashMap<>();
        ActualItem.findAll(office, ids.stream().map(Actual.Id::new).toList()).stream()
                .filter(this::isUnbilledWork)
                .forEach(actual -> places.put(actual.id().value(), ApprovalPlan.entry(actual)));
        if (places.size() < ids.size()) {
            for (ContractLine line : ContractLineItem.of(office, contract.id())) {
                put(places, SoldEntries.of(contract, line));
            }
            putRetainers(places);
        }
        places.keySet().retainAll(ids);
        return places;
    }

    /** The balance of a retainer is unbilled sales too, and is applied and not invoiced. */
    private boolean isUnbilledWork(Actual actual) {
        return actual.type() == TransactionType.UNBILLED_SALES
                && actual.transactionClass() != TransactionClass.RETAINER
                && actual.dimensions().contract().equals(contract.id());
    }

    private void putRetainers(Map<UUID, BacklogEntry> places) {
        @Nullable String after = null;
        do {
            RetainerItem.Retainers page = RetainerItem.page(office, contract.id(), after, PAGE);
            put(places, page.retainers().stream().map(Retainer::backlogEntry).toList());
            after = page.next();
        } while (after != null);
    }

    private static void put(Map<UUID, BacklogEntry> places, List<BacklogEntry> entries) {
        entries.forEach(entry -> places.put(entry.billable().id(), entry));
    }
}
