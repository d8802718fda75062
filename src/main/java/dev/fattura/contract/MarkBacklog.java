package dev.fattura.contract;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.NotToExceed;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.ContractItem;
import dev.fattura.store.RetainerItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Marks what stands in the billing backlog ready to invoice or not (domain.md 1.5, 1.9, 1.13): unbilled sales, milestones, products
 * and retainers. The status stands in the entry itself, so nothing that an invoice has can be marked.
 */
public final class MarkBacklog {

    /** So many entries, each with at most two writes, and the receipt fit in one transaction. */
    static final int AT_ONCE = 49;

    private final Table office;

    public MarkBacklog(Table office) {
        this.office = office;
    }

    /**
     * Marks the chosen entries, all or none; or all up to a day, leaving out those that a limit keeps from being ready.
     *
     * @throws Refused if there is no such contract or customer, or a chosen entry is on an invoice, is none, or is beyond a limit
     */
    MarkRequest.Marked mark(MarkRequest request, Command command) {
        Contract contract = contract(office, request.contract());
        LocalDate upTo = request.upTo();
        if (upTo == null) {
            return Attempts.untilDone(() -> markChosen(contract, request, command));
        }
        MarkRequest.Marked sum = MarkRequest.Marked.NONE;
        for (String customer : customers(contract, request.customer())) {
            sum = sum.plus(markAll(contract, customer, upTo, request.status(), command));
        }
        return sum;
    }

    static Contract contract(Table office, Contract.Id id) {
        return ContractItem.find(office, id)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no contract " + id + "."));
    }

    private Optional<MarkRequest.Marked> markChosen(Contract contract, MarkRequest request, Command command) {
        List<BacklogEntry> entries = new FindEntries(office, contract).all(request.entries());
        for (int index = 0; index < entries.size(); index++) {
            requireWithinLimits(entries.get(index), request.status(), "/entries/" + index);
        }
        return commit(entries, request.status(), command);
    }

    private MarkRequest.Marked markAll(
            Contract contract, String customer, LocalDate upTo, BacklogStatus status, Command command) {
        MarkRequest.Marked sum = MarkRequest.Marked.NONE;
        @Nullable String after = null;
        do {
            @Nullable String from = after;
            List<@Nullable String> next = new ArrayList<>();
            sum = sum.plus(Attempts.untilDone(() -> {
                BacklogItem.Entries due = BacklogItem.due(office, contract.id(), customer, upTo, from, AT_ONCE);
                next.clear();
                next.add(due.next());
                return commit(due.entries(), status, command);
            }));
            after = next.get(0);
        } while (after != null);
        return sum;
    }

    /** In one transaction; none where somebody else changed one of them since it was read. */
    private Optional<MarkRequest.Marked> commit(List<BacklogEntry> entries, BacklogStatus status, Command command) {
        List<Write> writes = new ArrayList<>();
        long marked = 0;
        long failed = 0;
        for (BacklogEntry entry : entries) {
            if (status == BacklogStatus.READY_TO_INVOICE && !entry.standing().good()) {
                failed++;
            } else if (entry.status() != status) {
                marked++;
                writes.add(BacklogItem.replace(entry, entry.marked(status)));
                if (entry.billable().kind() == Billable.Kind.RETAINER) {
                    writes.add(RetainerItem.replace(retainer(entry).marked(status == BacklogStatus.READY_TO_INVOICE)));
                }
            }
        }
        MarkRequest.Marked outcome = new MarkRequest.Marked(marked, entries.size() - marked - failed, failed);
        return writes.isEmpty()
                        || office.commit(CommandWrites.goingOn(office, command, writes))
                                .done()
                ? Optional.of(outcome)
                : Optional.empty();
    }

    private Retainer retainer(BacklogEntry entry) {
        Retainer.Id id = new Retainer.Id(entry.billable().reference());
        return RetainerItem.find(office, entry.contract(), id).orElseThrow();
    }

    private static void requireWithinLimits(BacklogEntry entry, BacklogStatus status, String pointer) {
        NotToExceed kept = entry.standing().kept();
        if (status == BacklogStatus.READY_TO_INVOICE && kept != null) {
            throw new Refused(
                    RefusalCode.NOT_TO_EXCEED,
                    kept.level() == null
                            ? "It is not evaluated against its not-to-exceed limits."
                            : "It exceeds the not-to-exceed limit at level "
                                    + kept.level().code() + ".",
                    pointer);
        }
    }

    private static List<String> customers(Contract contract, @Nullable String wanted) {
        List<String> all = contract.customers().stream()
                .map(ContractCustomer::customer)
                .filter(customer -> wanted == null || wanted.equals(customer))
                .toList();
        if (all.isEmpty()) {
            throw new Refused(
                    RefusalCode.UNKNOWN_REFERENCE,
                    "Contract " + contract.id() + " has no customer " + wanted + ".",
                    "/customer");
        }
        return all;
    }
}
