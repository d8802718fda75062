package dev.fattura.contract;

import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.CurrencyCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a contract must be to be recorded (domain.md 1.2, 1.3, 1.9). */
final class ContractDecider {

    private ContractDecider() {}

    /**
     * Checks the lines in their order.
     *
     * @param projects those of the projects named by the lines that exist
     * @throws Refused at the first line that contradicts the contract, its projects or another line
     */
    static void check(ContractWithLines recorded, Map<Project.Id, Project> projects) {
        Contract contract = recorded.contract();
        Set<ContractLine.Id> seen = new HashSet<>();
        List<ContractLine> lines = recorded.lines();
        for (int index = 0; index < lines.size(); index++) {
            ContractLine line = lines.get(index);
            String pointer = "/lines/" + index;
            if (!seen.add(line.id())) {
                throw new Refused(
                        RefusalCode.DUPLICATE_LINE, "Line " + line.id() + " is there twice.", pointer + "/line");
            }
            checkProject(contract, line, projects, pointer + "/project");
            checkMilestones(contract.currency(), line, pointer + "/milestones/");
            checkProduct(contract.currency(), line, pointer);
        }
    }

    private static void checkProject(
            Contract contract, ContractLine line, Map<Project.Id, Project> projects, String pointer) {
        if (line.project() == null) {
            return;
        }
        Project project = projects.get(line.project());
        if (project == null) {
            throw new Refused(
                    RefusalCode.UNKNOWN_REFERENCE, "Project " + line.project() + " is not recorded.", pointer);
        }
        if (!project.company().equals(contract.company())) {
            throw new Refused(
                    RefusalCode.WRONG_COMPANY,
                    "Project " + project.id() + " is of company " + project.company() + ", not " + contract.company()
                            + ".",
                    pointer);
        }
    }

    private static void checkMilestones(CurrencyCode currency, ContractLine line, String pointer) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < line.milestones().size(); index++) {
            ContractLine.Milestone milestone = line.milestones().get(index);
            String here = pointer + index;
            if (!seen.add(milestone.id())) {
                throw new Refused(
                        RefusalCode.DUPLICATE_LINE,
                        "Milestone " + milestone.id() + " is there twice.",
                        here + "/milestone");
            }
            Amounts.requireCurrency(milestone.amount().currency(), currency, here + "/amount/currency");
            if (milestone.amount().minor() <= 0) {
                throw new Refused(
                        RefusalCode.NEGATIVE_VALUE,
                        "The amount of milestone " + milestone.id() + " is not above zero.",
                        here + "/amount/amount");
            }
        }
    }

    private static void checkProduct(CurrencyCode currency, ContractLine line, String pointer) {
        ContractLine.Product product = line.product();
        if (product != null) {
            Amounts.requireCurrency(product.price().currency(), currency, pointer + "/price/currency");
            Amounts.requireAmount(product.quantity(), product.price(), pointer + "/quantity");
        }
    }
}
