package dev.fattura.contract;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Marks the next invoice percentage of a progress-based line ready: a milestone of that worth is made and enters the billing backlog, for
 * each customer his part, in one transaction of the table (domain.md 1.9).
 */
public final class MarkProgress {

    private final Table office;

    public MarkProgress(Table office) {
        this.office = office;
    }

    /** The milestone; a repeat gives the same. @throws Refused if there is no such line, or it does not take the percentage */
    ContractLine.Milestone mark(MarkRequest.Progress progress, Command command) {
        return Attempts.untilDone(() -> attempt(progress, command));
    }

    private Optional<ContractLine.Milestone> attempt(MarkRequest.Progress progress, Command command) {
        Contract contract = MarkBacklog.contract(office, progress.contract());
        ContractLine line = ContractLineItem.find(office, contract.id(), progress.line())
                .orElseThrow(() -> new Refused(
                        RefusalCode.UNKNOWN_REFERENCE,
                        "Contract " + contract.id() + " has no line " + progress.line() + ".",
                        "/progress/line"));
        Optional<ContractLine.Milestone> next = ProgressDecider.next(line, progress);
        if (next.isEmpty()) {
            return line.milestone(progress.milestone());
        }
        List<Write> writes = new ArrayList<>(List.of(ContractLineItem.replace(line.progressed(next.get()))));
        SoldEntries.of(contract, line, next.get())
                .forEach(entry -> writes.add(Write.put(BacklogItem.encode(entry), Condition.ABSENT)));
        return office.commit(CommandWrites.of(command, writes)).done() ? next : Optional.empty();
    }
}
