package dev.fattura.contract;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import java.util.Comparator;
import java.util.List;

/** A contract and all its lines. */
public record ContractWithLines(Contract contract, List<ContractLine> lines) {

    public ContractWithLines {
        lines = List.copyOf(lines);
    }

    /** The same in the order in which lines are stored, so that two can be compared. */
    ContractWithLines sorted() {
        return new ContractWithLines(
                contract,
                lines.stream()
                        .sorted(Comparator.comparing(line -> line.id().value()))
                        .toList());
    }

    /** The same as it was agreed, without what progress has made of it since. */
    ContractWithLines agreed() {
        return new ContractWithLines(
                contract, lines.stream().map(ContractLine::agreed).toList());
    }
}
