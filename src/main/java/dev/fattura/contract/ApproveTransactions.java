package dev.fattura.contract;

import dev.fattura.ledger.Approval;
import dev.fattura.ledger.ApprovedPlace;
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
import dev.fattura.store.TransactionItem;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes actuals of a batch of approved transactions, puts the unbilled sales among them into the billing backlog and seals the
 * batch (domain.md 2.14). A transaction becomes actuals once, whatever batch it is in.
 */
public final class ApproveTransactions {

    private final Table office;

    public ApproveTransactions(Table office) {
        this.office = office;
    }

    /**
     * The approval, sealed; a repeat gives the same.
     *
     * @throws Refused if a transaction contradicts what it refers to, is there twice, was approved with other content, or cancelled;
     *     nothing is written then
     */
    public Approval approve(List<ApprovedTransaction> transactions, Command command) {
        requireDifferent(transactions);
        References references = LoadReferences.of(office, transactions);
        List<List<Integer>> groups = ApprovalGroups.of(transactions, references);
        Map<Integer, ApprovedPlace> own = ApprovalGroups.places(transactions, groups);
        Map<String, ApprovedPlace> known = TransactionItem.find(
                office, transactions.stream().map(ApprovedTransaction::id).toList());
        requireApprovable(transactions, references, own, known);
        ApproveTogether approveTogether = new ApproveTogether(office, command.by());
        Map<String, ApprovalPlan> plans = new HashMap<>();
        for (List<Integer> group : groups) {
            Map<String, ApproveTogether.Planning> wanted = new LinkedHashMap<>();
            Map<String, ApprovedPlace> ofGroup = new HashMap<>();
            for (int index : group) {
                ApprovedTransaction transaction = transactions.get(index);
                wanted.put(
                        transaction.id(),
                        place -> ApprovalDecider.plan(transaction, place, references, pointer(index)));
                ofGroup.put(transaction.id(), Objects.requireNonNull(own.get(index)));
            }
            approveTogether.approve(wanted, ofGroup, known).forEach(plan -> plans.put(plan.transaction(), plan));
        }
        List<ApprovalPlan> inOrder = transactions.stream()
                .map(transaction -> Objects.requireNonNull(plans.get(transaction.id())))
                .toList();
        Approval.Id id = new Approval.Id(Identifiers.derived("approval", command.id()));
        log(id, inOrder);
        return seal(new Approval(id, inOrder.stream().map(ApprovalPlan::entry).toList()), command);
    }

    /** Everything that can refuse is looked at before anything is written. */
    private void requireApprovable(
            List<ApprovedTransaction> transactions,
            References references,
            Map<Integer, ApprovedPlace> own,
            Map<String, ApprovedPlace> known) {
        List<ApprovalPlan> placed = new ArrayList<>();
        for (int index = 0; index < transactions.size(); index++) {
            ApprovedTransaction transaction = transactions.get(index);
            ApprovedPlace place = known.get(transaction.id());
            ApprovalPlan plan = ApprovalDecider.plan(
                    transaction,
                    place == null ? Objects.requireNonNull(own.get(index)) : place,
                    references,
                    pointer(index));
            if (place != null) {
                placed.add(plan);
            }
        }
        ApproveTogether.notThere(office, placed);
    }

    private static void requireDifferent(List<ApprovedTransaction> transactions) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < transactions.size(); index++) {
            if (!seen.add(transactions.get(index).id())) {
                throw new Refused(
                        RefusalCode.DUPLICATE_LINE,
                        "Transaction " + transactions.get(index).id() + " is there twice.",
                        pointer(index) + "/transaction");
            }
        }
    }

    private static String pointer(int index) {
        return "/transactions/" + index;
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
