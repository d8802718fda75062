package dev.fattura.contract;

import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a contract must be to be recorded (domain.md 1.2 to 1.5, 1.9). */
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
        CustomerRules.check(contract);
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
            CustomerRules.check(contract, line, pointer);
            checkMilestones(contract.currency(), line, pointer + "/milestones/");
            checkContractedAmount(contract.currency(), line, pointer);
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

    /** Of milestones that were agreed the amounts add up to it; progress comes to it in the end (1.9). */
    private static void checkContractedAmount(CurrencyCode currency, ContractLine line, String pointer) {
        Money contracted = line.terms().contractedAmount();
        if (contracted == null) {
            return;
        }
        Amounts.requireCurrency(contracted.currency(), currency, pointer + "/contractedAmount/currency");
        if (contracted.minor() <= 0) {
            throw new Refused(
                    RefusalCode.NEGATIVE_VALUE,
                    "The contracted amount of line " + line.id() + " is not above zero.",
                    pointer + "/contractedAmount/amount");
        }
        Money sum = line.milestones().stream()
                .map(ContractLine.Milestone::amount)
                .reduce(Money.zero(currency), Money::plus);
        if (!line.progressBased() && !sum.equals(contracted)) {
            throw new Refused(
                    RefusalCode.MILESTONES_INCOMPLETE,
                    "The milestones of line " + line.id() + " add up to " + sum + ", not " + contracted + ".",
                    pointer + "/milestones");
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
