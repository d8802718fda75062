package dev.fattura.audit;

import static dev.fattura.audit.GoodTables.with;
import static dev.fattura.audit.GoodTables.withFirst;
import static dev.fattura.audit.Which.where;

import dev.fattura.store.Item;
import java.util.List;

/** Violations of what holds of sales tax by code, and of prepayments. */
final class ProposalPlants {

    static final List<Plant> ALL = List.of(
            Plant.of(
                    "sales-tax-by-code",
                    "the header has another share",
                    "The sales tax by code on proposal",
                    tables -> tables.putFinance(withFirst(
                            tables.finance("proposal", where("proposal", "INV-1")), "shares", "salesTax", "1 GBP"))),
            Plant.of(
                    "sales-tax-by-code",
                    "a line has another share",
                    "The sales tax by code of proposalLine",
                    tables -> tables.putFinance(withFirst(taxed(tables), "shares", "salesTax", "1 GBP"))),
            Plant.of(
                    "sales-tax-by-code",
                    "a share of another rate",
                    "is not 5 per cent of proposalLine",
                    tables -> tables.putFinance(withFirst(taxed(tables), "shares", "percent", "5"))),
            Plant.of(
                    "sales-tax-by-code",
                    "tax on what is not charged",
                    "is not charged and bears sales tax",
                    tables -> tables.putFinance(with(taxed(tables), "billingType", "complimentary"))),
            Plant.of(
                    "prepayments-in-the-ledger",
                    "a retainer is posted as revenue",
                    "The prepayments in the ledger by proposal",
                    tables -> tables.putFinance(with(taxed(tables), "class", "retainer"))));

    private ProposalPlants() {}

    private static Item taxed(GoodTables tables) {
        return tables.finance("proposalLine", line -> !line.list("shares").isEmpty());
    }
}
