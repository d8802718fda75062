package dev.fattura.contract;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Project;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.ProjectItem;
import dev.fattura.store.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads everything that a batch of transactions refers to, in as few reads as its different references need. */
final class LoadReferences {

    private LoadReferences() {}

    static References of(Table office, List<ApprovedTransaction> transactions) {
        List<Key> keys = transactions.stream()
                .flatMap(transaction -> Stream.of(
                        ContractItem.key(transaction.contract()),
                        ContractLineItem.key(transaction.contract(), transaction.line()),
                        ProjectItem.key(transaction.project())))
                .distinct()
                .toList();
        Map<Contract.Id, Contract> contracts = new HashMap<>();
        Map<References.LineKey, ContractLine> lines = new HashMap<>();
        Map<Project.Id, Project> projects = new HashMap<>();
        for (Item item : office.getAll(keys)) {
            switch (item.kind()) {
                case ContractItem.KIND -> {
                    Contract contract = ContractItem.decode(item);
                    contracts.put(contract.id(), contract);
                }
                case ContractLineItem.KIND -> {
                    ContractLine line = ContractLineItem.decode(item);
                    lines.put(new References.LineKey(line.contract(), line.id()), line);
                }
                default -> {
                    Project project = ProjectItem.decode(item);
                    projects.put(project.id(), project);
                }
            }
        }
        return new References(contracts, lines, projects);
    }
}
