package dev.fattura.ledger;

import dev.fattura.money.Allocation;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.money.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The customers of a contract line and how what it bills is split among them (domain.md 1.4): its own customers, else those of the
 * contract. A product-based line is billed to the primary customer alone.
 *
 * @param customers in the order in which they were agreed; one who bears nothing is left out
 */
public record CustomerSplit(List<String> customers, Allocation allocation) {

    /** Of a contract: so many that what one approved transaction becomes for all of them is written in one transaction. */
    public static final int MOST_CUSTOMERS = 15;

    public CustomerSplit {
        customers = List.copyOf(customers);
    }

    /** What one customer gets of a milestone; each part is billed on its own. */
    public record Part(String customer, Money amount, Billable billable) {}

    public static CustomerSplit of(Contract contract, ContractLine line) {
        if (line.billingMethod() == BillingMethod.PRODUCT) {
            return new CustomerSplit(List.of(contract.customer()), Allocation.WHOLE);
        }
        List<String> customers = new ArrayList<>();
        List<Percent> shares = new ArrayList<>();
        int rounding = 0;
        for (ContractLine.LineCustomer agreed : agreed(contract, line)) {
            if (!agreed.split().isZero()) {
                rounding = agreed.rounding() ? customers.size() : rounding;
                customers.add(agreed.customer());
                shares.add(agreed.split());
            }
        }
        return new CustomerSplit(customers, new Allocation(shares, rounding));
    }

    /** Whether one customer bears all. */
    public boolean sole() {
        return customers.size() == 1;
    }

    /** Whether that customer bears a part. */
    public boolean bears(String customer) {
        return customers.contains(customer);
    }

    public List<Money> of(Money whole) {
        return allocation.of(whole);
    }

    public List<Quantity> of(Quantity whole) {
        return allocation.of(whole);
    }

    /** The milestone as each customer is billed it; together they are the whole. */
    public List<Part> parts(ContractLine line, ContractLine.Milestone milestone) {
        List<Money> amounts = allocation.of(milestone.amount());
        List<Part> parts = new ArrayList<>();
        for (int index = 0; index < customers.size(); index++) {
            String customer = customers.get(index);
            Billable billable = sole()
                    ? Billable.milestone(line.contract(), line.id(), milestone.id())
                    : Billable.milestone(line.contract(), line.id(), milestone.id(), customer);
            parts.add(new Part(customer, amounts.get(index), billable));
        }
        return parts;
    }

    /** What that customer is billed of the milestone, if he bears a part of it. */
    public Optional<Part> part(ContractLine line, ContractLine.Milestone milestone, String customer) {
        return parts(line, milestone).stream()
                .filter(part -> part.customer().equals(customer))
                .findFirst();
    }

    private static List<ContractLine.LineCustomer> agreed(Contract contract, ContractLine line) {
        return line.terms().customers().isEmpty()
                ? contract.customers().stream()
                        .map(agreed -> new ContractLine.LineCustomer(
                                agreed.customer(), agreed.split(), agreed.rounding(), null))
                        .toList()
                : line.terms().customers();
    }
}
