package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.RetainerItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Records a retainer for every run date of a schedule (domain.md 1.10), all of them and their entries in the billing backlog in one
 * transaction. From then on each is a retainer like any other, marked and invoiced by itself.
 */
public final class ScheduleRetainers {

    private final Table office;

    public ScheduleRetainers(Table office) {
        this.office = office;
    }

    /**
     * The retainers as they are recorded, in the order of their dates; a repeat changes none.
     *
     * @throws Refused if they do not fit their contract, or one of them is recorded with other content
     */
    public List<Retainer> schedule(ScheduleRequest request, Command command) {
        return Attempts.untilDone(() -> attempt(request, command));
    }

    private Optional<List<Retainer>> attempt(ScheduleRequest request, Command command) {
        Contract contract = ContractItem.find(office, request.first().contract())
                .orElseThrow(() -> new Refused(
                        RefusalCode.NOT_FOUND,
                        "There is no contract " + request.first().contract() + "."));
        List<RetainerRequest> wanted = request.retainers();
        List<Retainer> recorded =
                RetainerItem.findAll(
                                office,
                                contract.id(),
                                wanted.stream().map(RetainerRequest::retainer).toList())
                        .stream()
                        .sorted(Comparator.comparing(Retainer::date))
                        .toList();
        if (!recorded.isEmpty()) {
            requireSame(request, wanted, recorded);
            return Optional.of(recorded);
        }
        List<ContractLine> lines = ContractLineItem.of(office, contract.id());
        List<Retainer> retainers = wanted.stream()
                .map(retainer -> RetainerRules.first(retainer, contract, lines))
                .toList();
        List<Write> writes = new ArrayList<>();
        for (Retainer retainer : retainers) {
            writes.add(RetainerItem.create(retainer));
            writes.add(Write.put(BacklogItem.encode(retainer.backlogEntry()), Condition.NONE));
        }
        return office.commit(CommandWrites.of(command, writes)).done() ? Optional.of(retainers) : Optional.empty();
    }

    private static void requireSame(ScheduleRequest request, List<RetainerRequest> wanted, List<Retainer> recorded) {
        boolean same = wanted.size() == recorded.size();
        for (int index = 0; same && index < wanted.size(); index++) {
            same = RetainerRules.same(wanted.get(index), recorded.get(index));
        }
        if (!same) {
            throw new Refused(
                    RefusalCode.ALREADY_RECORDED,
                    "Retainers of schedule " + request.first().retainer() + " are recorded with other content.",
                    "/schedule");
        }
    }
}
