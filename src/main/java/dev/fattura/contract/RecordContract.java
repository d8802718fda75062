package dev.fattura.contract;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.DueRun;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.store.Attempts;
import dev.fattura.store.Backlog;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.ProjectItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Records a contract with its lines, once, and puts its milestones and products into the billing backlog, ready or not. */
public final class RecordContract {

    private final Table office;

    public RecordContract(Table office) {
        this.office = office;
    }

    /** The contract as it is recorded. @throws Refused if its lines do not fit it, or it is recorded with other content */
    public ContractWithLines record(ContractWithLines requested, Command command) {
        ContractWithLines recorded = Attempts.untilDone(() -> attempt(requested.sorted(), requested, command));
        fillBacklog(recorded.contract(), recorded.lines());
        return recorded;
    }

    /**
     * Puts the milestones and product-based lines that are neither on an invoice nor there into the billing backlog, for each customer
     * his part; harmless when repeated.
     */
    public void fillBacklog(Contract contract, List<ContractLine> lines) {
        List<BacklogEntry> entries = lines.stream()
                .flatMap(line -> SoldEntries.of(contract, line).stream())
                .toList();
        Backlog.addMissing(office, entries);
    }

    private Optional<ContractWithLines> attempt(
            ContractWithLines sorted, ContractWithLines requested, Command command) {
        Contract.Id id = sorted.contract().id();
        Optional<Contract> existing = ContractItem.find(office, id);
        if (existing.isPresent()) {
            ContractWithLines recorded = new ContractWithLines(existing.get(), ContractLineItem.of(office, id));
            if (!recorded.agreed().equals(sorted)) {
                throw new Refused(RefusalCode.ALREADY_RECORDED, "Contract " + id + " is recorded with other content.");
            }
            return Optional.of(recorded.agreed());
        }
        ContractDecider.check(requested, projects(requested.lines()));
        return office.commit(CommandWrites.of(command, writes(sorted))).done() ? Optional.of(sorted) : Optional.empty();
    }

    private Map<Project.Id, Project> projects(List<ContractLine> lines) {
        return lines.stream()
                .map(ContractLine::project)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(project -> ProjectItem.find(office, project).stream())
                .collect(Collectors.toMap(Project::id, Function.identity()));
    }

    /** The header comes first, so that its condition decides about all. */
    private static List<Write> writes(ContractWithLines recorded) {
        Contract contract = recorded.contract();
        List<Write> writes = new ArrayList<>();
        writes.add(Write.put(ContractItem.encode(contract), Condition.ABSENT));
        recorded.lines().forEach(line -> writes.add(Write.put(ContractLineItem.encode(line), Condition.NONE)));
        Work crossing =
                Work.of(Work.Queue.CROSSING_CONTRACT, Work.OFFICE, contract.id().value());
        writes.add(Write.put(WorkItem.encode(crossing), Condition.NONE));
        DueRun.first(contract.id(), recorded.lines())
                .ifPresent(run -> writes.add(Write.put(WorkItem.encode(run.work()), Condition.NONE)));
        return writes;
    }
}
