package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Limit;
import dev.fattura.ledger.NotToExceed;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates unbilled sales of the billing backlog against the not-to-exceed limits again, or takes back what they use of them (domain.md
 * 1.5). What is on an invoice or not chargeable is left as it is. An entry and its limits change in one transaction of the table; the
 * entries of a request follow one another.
 */
public final class EvaluateBacklog {

    private static final int PAGE = 100;

    private final Table office;

    public EvaluateBacklog(Table office) {
        this.office = office;
    }

    /** How many of the entries ended with each status. */
    record Evaluated(Map<NotToExceed.Status, Long> counts) {

        Evaluated() {
            this(new EnumMap<>(NotToExceed.Status.class));
        }

        private void add(NotToExceed.Status status) {
            counts.merge(status, 1L, Long::sum);
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
        List<BacklogEntry> entries = ids.isEmpty() ? notWithin(contract) : new FindEntries(office, contract).all(ids);
        return each(contract, entries, false, command);
    }

    /** Takes back what the entries use; they are not ready until they are evaluated again. @throws dev.fattura.ledger.Refused as above */
    Evaluated reset(Contract.Id id, List<UUID> ids, Command command) {
        Contract contract = MarkBacklog.contract(office, id);
        return each(contract, new FindEntries(office, contract).all(ids), true, command);
    }

    private Evaluated each(Contract contract, List<BacklogEntry> entries, boolean reset, Command command) {
        Evaluated evaluated = new Evaluated();
        for (BacklogEntry entry : entries) {
            evaluated.add(Attempts.untilDone(() -> attempt(contract, entry, reset, command)));
        }
        return evaluated;
    }

    /** An entry that has left the backlog since it was found is on an invoice, and so left as it is. */
    private Optional<NotToExceed.Status> attempt(
            Contract contract, BacklogEntry found, boolean reset, Command command) {
        BacklogEntry entry =
                BacklogItem.findAll(office, List.of(found)).stream().findFirst().orElse(null);
        Actual actual = found.billable().kind() == Billable.Kind.UNBILLED_SALES
                ? ActualItem.find(office, new Actual.Id(found.billable().id())).orElseThrow()
                : null;
        List<Limit> limits = actual == null || entry == null ? List.of() : limits(contract, entry, actual);
        if (entry == null || actual == null || limits.isEmpty()) {
            return Optional.of(NotToExceed.Status.NOT_APPLICABLE);
        }
        LimitUse use = LimitUse.read(office, limits);
        BacklogEntry changed = reset ? reset(entry, use, limits, actual) : evaluated(entry, use, limits, actual);
        NotToExceed kept = changed.standing().kept();
        NotToExceed.Status status = kept == null ? NotToExceed.Status.COMMITTED : kept.status();
        if (changed.equals(entry)) {
            return Optional.of(status);
        }
        List<Write> writes = new ArrayList<>(use.writes());
        writes.add(BacklogItem.replace(entry, changed));
        return office.commit(MarkBacklog.withReceipt(office, command, writes)).done()
                ? Optional.of(status)
                : Optional.empty();
    }

    private static BacklogEntry reset(BacklogEntry entry, LimitUse use, List<Limit> limits, Actual actual) {
        if (entry.standing().good()) {
            use.free(limits, actual.amount());
        }
        return entry.standing(BacklogEntry.Standing.NOT_EVALUATED);
    }

    private static BacklogEntry evaluated(BacklogEntry entry, LimitUse use, List<Limit> limits, Actual actual) {
        return entry.standing().good() ? entry : entry.standing(use.count(limits, actual.amount()));
    }

    private List<Limit> limits(Contract contract, BacklogEntry entry, Actual actual) {
        ContractLine line = ContractLineItem.find(
                        office, contract.id(), entry.billable().line())
                .orElseThrow();
        return actual.billingType() == BillingType.CHARGEABLE
                ? Limit.unused(contract, line, entry.customer())
                : List.of();
    }

    private List<BacklogEntry> notWithin(Contract contract) {
        List<BacklogEntry> entries = new ArrayList<>();
        for (ContractCustomer customer : contract.customers()) {
            @Nullable String after = null;
            do {
                BacklogItem.Entries page = BacklogItem.page(office, contract.id(), customer.customer(), after, PAGE);
                page.entries().stream()
                        .filter(entry -> !entry.standing().good())
                        .forEach(entries::add);
                after = page.next();
            } while (after != null);
        }
        return entries;
    }
}
