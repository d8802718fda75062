package dev.fattura.contract;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Project;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those of the contracts, contract lines and projects that a request names which exist. */
record References(
        Map<Contract.Id, Contract> contracts, Map<LineKey, ContractLine> lines, Map<Project.Id, Project> projects) {

    /** A line's number says nothing without its contract. */
    record LineKey(Contract.Id contract, ContractLine.Id line) {}

    @Nullable
    Contract contract(Contract.Id id) {
        return contracts.get(id);
    }

    @Nullable
    ContractLine line(Contract.Id contract, ContractLine.Id line) {
        return lines.get(new LineKey(contract, line));
    }

    boolean hasProject(Project.Id id) {
        return projects.containsKey(id);
    }

    /** The financial dimensions that the transactions of a project get (domain.md 3.8). */
    Map<String, String> financialDimensions(Project.Id id) {
        Project project = projects.get(id);
        return project == null ? Map.of() : project.financialDimensions();
    }
}
