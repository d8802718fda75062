package dev.fattura.contract;

import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Identifiers;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.ledger.Work;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Seals what a request approves: it names what is approved, and lets the sweep find it (design.md, rules 5 and 7). The seal comes in
 * the commit that approves and grows with each, so at every moment what is approved is named and waits to cross, however the request ends.
 */
final class ApprovalSeal {

    /** The writes that it adds to a commit, with the receipt of the command. */
    static final int WRITES = 3;

    private final Table office;
    private final Command command;
    private final Approval.Id id;
    private final List<ApprovalPlan> plans;
    private @Nullable Approval sealed;

    /** @param plans of the whole request, in its order */
    ApprovalSeal(Table office, Command command, List<ApprovalPlan> plans) {
        this.office = office;
        this.command = command;
        this.id = new Approval.Id(Identifiers.derived("approval", command.id()));
        this.plans = plans;
    }

    /** Before anything is approved and not in a commit, since a request may have transactions of many months. */
    void log() {
        office.putAll(plans.stream()
                .flatMap(plan -> plan.actuals().stream())
                .map(actual -> new PeriodEntry(
                        PeriodEntry.Kind.APPROVAL,
                        actual.dimensions().company(),
                        YearMonth.from(actual.accountingDate()),
                        id.toString()))
                .distinct()
                .map(PeriodLogItem::encode)
                .toList());
    }

    /**
     * Commits writes that approve some of the transactions, together with a seal of everything but what is still open then. Whatever was
     * sealed before is in it: what was approved before is never open again.
     *
     * @param open the transactions of which nothing is there yet
     * @param first of the transactions that the writes approve
     * @return whether it happened
     * @throws dev.fattura.ledger.Refused if the command was answered meanwhile
     */
    boolean commit(List<Write> writes, Set<String> open, String first) {
        return commit(writes, of(open), Approval.crossing(id, first));
    }

    /** The seal of the whole request, which has been approved; it was written with the last commit, unless others approved what was left. */
    Approval whole() {
        Approval whole = of(Set.of());
        if (!whole.equals(sealed) && !ApprovalItem.find(office, id).equals(Optional.of(whole))) {
            Work crossing = Work.of(Work.Queue.CROSSING_APPROVAL, Work.OFFICE, id.toString());
            Attempts.untilDone(() -> commit(List.of(), whole, crossing) ? Optional.of(whole) : Optional.empty());
        }
        return whole;
    }

    private boolean commit(List<Write> approving, Approval approval, Work crossing) {
        List<Write> writes = new ArrayList<>(approving);
        writes.add(Write.put(ApprovalItem.encode(approval), Condition.NONE));
        writes.add(Write.put(WorkItem.encode(crossing), Condition.NONE));
        boolean done =
                office.commit(CommandWrites.goingOn(office, command, writes)).done();
        sealed = done ? approval : sealed;
        return done;
    }

    private Approval of(Set<String> open) {
        return new Approval(
                id,
                plans.stream()
                        .filter(plan -> !open.contains(plan.transaction()))
                        .map(ApprovalPlan::entry)
                        .toList());
    }
}
