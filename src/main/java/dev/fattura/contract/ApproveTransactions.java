package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Identifiers;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * Makes actuals of a batch of approved transactions, puts the unbilled sales among them into the billing backlog and seals the
 * batch (domain.md 2.14). A transaction becomes actuals once, whatever batch it is in.
 */
public final class ApproveTransactions {

    private final Table office;
    private final ApproveTogether approveTogether;

    public ApproveTransactions(Table office) {
        this.office = office;
        this.approveTogether = new ApproveTogether(office);
    }

    /**
     * The approval, sealed; a repeat gives the same.
     *
     * @throws Refused if a transaction contradicts what it refers to, is there twice, was approved with other content, or cancelled;
     *     nothing is written then
     */
    public Approval approve(List<ApprovedTransaction> transactions, Command command) {
        List<ApprovalPlan> plans = ApprovalPlan.of(transactions, LoadReferences.of(office, transactions));
        Map<Actual.Id, Actual> existing = ApproveTogether.existing(office, plans);
        plans.forEach(plan -> plan.requireSame(existing));
        plans.stream().filter(plan -> !plan.isThere(existing)).forEach(approveTogether::approve);
        Approval.Id id = new Approval.Id(Identifiers.derived("approval", command.id()));
        log(id, plans);
        return seal(new Approval(id, plans.stream().map(ApprovalPlan::entry).toList()), command);
    }

    /** Before the seal and not in its commit, since a batch may have transactions of many months. */
    private void log(Approval.Id approval, List<ApprovalPlan> plans) {
        office.putAll(plans.stream()
                .flatMap(plan -> plan.actuals().stream())
                .map(actual -> new PeriodEntry(
                        PeriodEntry.Kind.APPROVAL,
                        actual.dimensions().company(),
                        YearMonth.from(actual.accountingDate()),
                        approval.toString()))
                .distinct()
                .map(PeriodLogItem::encode)
                .toList());
    }

    private Approval seal(Approval approval, Command command) {
        Work crossing =
                Work.of(Work.Queue.CROSSING_APPROVAL, Work.OFFICE, approval.id().toString());
        List<Write> writes = List.of(
                Write.put(ApprovalItem.encode(approval), Condition.NONE),
                Write.put(WorkItem.encode(crossing), Condition.NONE));
        // Only the receipt has a condition: an earlier attempt of this command has begun it, in the same commit as this
        // seal.
        if (!office.commit(CommandWrites.of(command, writes)).done()
                && ApprovalItem.find(office, approval.id()).isEmpty()) {
            throw new Refused(RefusalCode.COMMAND_IN_PROGRESS, "This command was answered meanwhile.");
        }
        return approval;
    }
}
