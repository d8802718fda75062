package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Limit;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionType;
import dev.fattura.ledger.Work;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.Table;
import dev.fattura.store.TransactionItem;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cancels the approval of a transaction that is on no invoice: all its actuals are reversed, its unbilled sales leave the billing
 * backlog and use their limits no more, in one transaction of the table (domain.md 2.14).
 */
public final class CancelApproval {

    private final Table office;

    public CancelApproval(Table office) {
        this.office = office;
    }

    /**
     * The reversals, as a sealed batch; a repeat gives the same.
     *
     * @param accountingDate of the reversals
     * @throws Refused if the transaction was never approved, or any of it is on an invoice
     */
    public Approval cancel(String transaction, LocalDate accountingDate, Command command) {
        return Attempts.untilDone(() -> attempt(transaction, accountingDate, command));
    }

    private Optional<Approval> attempt(String transaction, LocalDate accountingDate, Command command) {
        Optional<Approval> cancelled = ApprovalItem.find(office, Approval.Id.cancellationOf(transaction));
        List<Actual> originals = originals(transaction);
        if (cancelled.isPresent() && !originals.isEmpty()) {
            return cancelled;
        }
        if (originals.isEmpty()) {
            throw new Refused(RefusalCode.NOT_FOUND, "Transaction " + transaction + " was never approved.");
        }
        Contract contract = ContractItem.find(
                        office, originals.get(0).dimensions().contract())
                .orElseThrow();
        List<Write> writes = new ArrayList<>(release(originals, contract));
        List<Actual> reversals = CancellationDecider.reversals(originals, accountingDate);
        reversals.forEach(reversal -> writes.add(Write.put(ActualItem.encode(reversal), Condition.ABSENT)));
        Approval batch = new Approval(
                Approval.Id.cancellationOf(transaction),
                List.of(new Approval.Entry(
                        transaction,
                        null,
                        null,
                        reversals.stream().map(Actual::id).toList())));
        Work crossing =
                Work.of(Work.Queue.CROSSING_APPROVAL, Work.OFFICE, batch.id().toString());
        writes.add(Write.put(ApprovalItem.encode(batch), Condition.ABSENT));
        writes.add(Write.put(WorkItem.encode(crossing), Condition.NONE));
        writes.add(PeriodLogItem.put(new PeriodEntry(
                PeriodEntry.Kind.APPROVAL,
                contract.company(),
                YearMonth.from(accountingDate),
                batch.id().toString())));
        return office.commit(CommandWrites.of(command, writes)).done() ? Optional.of(batch) : Optional.empty();
    }

    /** Cost first; of a split transaction the unbilled sales of every customer and billing type. */
    private List<Actual> originals(String transaction) {
        ApprovedPlace place = TransactionItem.find(office, List.of(transaction)).get(transaction);
        return place == null ? List.of() : ordered(place.possible());
    }

    private List<Actual> ordered(List<Actual.Id> ids) {
        List<Actual> found = ActualItem.findAll(office, ids);
        return ids.stream()
                .flatMap(id -> found.stream().filter(actual -> actual.id().equals(id)))
                .toList();
    }

    /** The writes that take the unbilled sales out of the backlog, as they are there now, and give back what they used. */
    private List<Write> release(List<Actual> originals, Contract contract) {
        List<Actual> unbilledSales = originals.stream()
                .filter(actual -> actual.type() == TransactionType.UNBILLED_SALES)
                .toList();
        if (unbilledSales.isEmpty()) {
            return List.of();
        }
        ContractLine line = line(contract, unbilledSales.get(0));
        LimitUse use = LimitUse.read(
                office,
                unbilledSales.stream()
                        .flatMap(actual -> limits(contract, line, actual).stream())
                        .toList());
        List<Write> writes = new ArrayList<>();
        for (Actual actual : unbilledSales) {
            BacklogEntry entry = waiting(actual);
            writes.add(BacklogItem.remove(entry));
            if (entry.standing().good()) {
                use.free(limits(contract, line, actual), actual.amount());
            }
        }
        writes.addAll(use.writes());
        return writes;
    }

    private BacklogEntry waiting(Actual unbilledSales) {
        BacklogEntry entry = ApprovalPlan.entry(unbilledSales);
        return BacklogItem.findAll(office, List.of(entry)).stream().findFirst().orElseThrow(() -> ClaimItem.holder(
                        office, entry.billable())
                .map(holder -> new Refused(
                        RefusalCode.ALREADY_ON_INVOICE,
                        "Unbilled sales " + unbilledSales.id() + " are on invoice " + holder + "."))
                .orElseGet(() -> new Refused(
                        RefusalCode.COMMAND_IN_PROGRESS,
                        "The approval is under way; send it again before it is cancelled.")));
    }

    /** Only what is chargeable counts. */
    private static List<Limit> limits(Contract contract, ContractLine line, Actual unbilledSales) {
        return unbilledSales.billingType() == BillingType.CHARGEABLE
                ? Limit.unused(contract, line, unbilledSales.dimensions().customer())
                : List.of();
    }

    private ContractLine line(Contract contract, Actual actual) {
        return ContractLineItem.find(office, contract.id(), actual.dimensions().line())
                .orElseThrow();
    }
}
