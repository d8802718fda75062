package dev.fattura.contract;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.money.Money;
import dev.fattura.money.Rounding;
import java.util.ArrayList;
import java.util.List;

/** The entries of the billing backlog that a contract line makes by itself: its milestones, for each customer his part, and its product. */
final class SoldEntries {

    private SoldEntries() {}

    /** With the statuses that were recorded. */
    static List<BacklogEntry> of(Contract contract, ContractLine line) {
        List<BacklogEntry> entries = new ArrayList<>();
        line.milestones().forEach(milestone -> entries.addAll(of(contract, line, milestone)));
        ContractLine.Product product = line.product();
        if (product != null) {
            entries.add(new BacklogEntry(
                            contract.id(),
                            contract.customer(),
                            product.date(),
                            Billable.product(contract.id(), line.id(), product.id()))
                    .marked(BacklogStatus.of(product.readyToInvoice())));
        }
        return entries;
    }

    /** What an entry of the line is worth. */
    static Money amount(Contract contract, ContractLine line, BacklogEntry entry) {
        ContractLine.Product product = line.product();
        return product != null
                ? Rounding.amount(product.quantity(), product.price())
                : line.milestone(entry.billable().reference())
                        .flatMap(milestone -> CustomerSplit.of(contract, line).part(line, milestone, entry.customer()))
                        .orElseThrow()
                        .amount();
    }

    static List<BacklogEntry> of(Contract contract, ContractLine line, ContractLine.Milestone milestone) {
        return CustomerSplit.of(contract, line).parts(line, milestone).stream()
                .map(part -> new BacklogEntry(contract.id(), part.customer(), milestone.date(), part.billable())
                        .marked(BacklogStatus.of(milestone.readyToInvoice())))
                .toList();
    }
}
