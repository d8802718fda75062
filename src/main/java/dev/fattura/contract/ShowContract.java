package dev.fattura.contract;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.DueRun;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceRun;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Limit;
import dev.fattura.money.Money;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceRunItem;
import dev.fattura.store.LimitItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a contract with what has become of its milestones and products, the use of its limits and the runs of its schedules. */
final class ShowContract {

    private static final Set<InvoiceStatus> POSTED =
            EnumSet.of(InvoiceStatus.CONFIRMING, InvoiceStatus.CONFIRMED, InvoiceStatus.POSTED);

    private final Table office;

    ShowContract(Table office) {
        this.office = office;
    }

    /**
     * A contract as it stands.
     *
     * @param sold by what it bills
     * @param limits with what is used of them
     * @param next the next run of its schedules, or null
     */
    record Shown(
            ContractWithLines recorded,
            Map<UUID, SoldStatus> sold,
            List<Limit> limits,
            List<InvoiceRun> runs,
            @Nullable DueRun next) {}

    /** @throws dev.fattura.ledger.Refused if there is no such contract */
    Shown show(Contract.Id id) {
        Contract contract = MarkBacklog.contract(office, id);
        List<ContractLine> lines = ContractLineItem.of(office, id);
        Map<UUID, SoldStatus> sold = new HashMap<>();
        lines.forEach(line -> sold.putAll(sold(contract, line)));
        List<InvoiceRun> runs = InvoiceRunItem.of(office, id);
        return new Shown(
                new ContractWithLines(contract, lines),
                sold,
                LimitItem.read(office, limits(contract, lines)),
                runs,
                next(contract, lines, runs).orElse(null));
    }

    private Map<UUID, SoldStatus> sold(Contract contract, ContractLine line) {
        List<BacklogEntry> places = SoldEntries.of(contract, line);
        Map<UUID, BacklogEntry> waiting = new HashMap<>();
        BacklogItem.findAll(office, places)
                .forEach(entry -> waiting.put(entry.billable().id(), entry));
        Map<UUID, Invoice.Id> holders = ClaimItem.holders(
                office, places.stream().map(BacklogEntry::billable).toList());
        Map<UUID, SoldStatus> sold = new HashMap<>();
        for (BacklogEntry place : places) {
            UUID id = place.billable().id();
            BacklogEntry entry = waiting.getOrDefault(id, place);
            sold.put(id, status(entry, SoldEntries.amount(contract, line, entry), holders.get(id)));
        }
        return sold;
    }

    private SoldStatus status(BacklogEntry entry, Money amount, Invoice.@Nullable Id holder) {
        if (holder == null) {
            SoldStatus.Step step = entry.ready() ? SoldStatus.Step.READY_TO_INVOICE : SoldStatus.Step.NOT_READY;
            return new SoldStatus(entry.customer(), amount, step, null);
        }
        boolean posted = InvoiceItem.find(office, holder)
                .filter(invoice -> POSTED.contains(invoice.status()))
                .isPresent();
        SoldStatus.Step step =
                posted ? SoldStatus.Step.CUSTOMER_INVOICE_POSTED : SoldStatus.Step.CUSTOMER_INVOICE_CREATED;
        return new SoldStatus(entry.customer(), amount, step, holder);
    }

    /** Each once: the limits of a contract and of its customers are those of every line. */
    private static List<Limit> limits(Contract contract, List<ContractLine> lines) {
        List<Limit> limits = new ArrayList<>();
        for (ContractLine line : lines) {
            for (ContractCustomer customer : contract.customers()) {
                Limit.unused(contract, line, customer.customer()).stream()
                        .filter(limit -> !limits.contains(limit))
                        .forEach(limits::add);
            }
        }
        return limits;
    }

    /** The first run date that has not been run for all customers. */
    private static Optional<DueRun> next(Contract contract, List<ContractLine> lines, List<InvoiceRun> runs) {
        Optional<DueRun> due = DueRun.first(contract.id(), lines);
        while (due.isPresent() && done(due.get(), contract, runs)) {
            due = due.get().next(lines);
        }
        return due;
    }

    private static boolean done(DueRun due, Contract contract, List<InvoiceRun> runs) {
        long successful = runs.stream()
                .filter(run -> run.runDate().equals(due.runDate()))
                .filter(run -> run.status() == InvoiceRun.Status.RUN_SUCCESSFUL)
                .count();
        return successful >= contract.customers().size();
    }
}
