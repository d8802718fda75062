package dev.fattura.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where the actuals of an approved transaction are: on the sheets of the transactions that were approved with it, which are of one
 * contract line and one month. The ids of its actuals follow from it.
 *
 * @param base of the sheets
 * @param line of the transaction on each of them
 */
public record ApprovedPlace(UUID base, int line) {

    private static final int APPROVED = 0x1f;
    private static final int COST = 0x20;
    private static final int UNBILLED_SALES = 0x21;

    /** The place of the transaction at that index, among those that are approved together. */
    public static ApprovedPlace of(List<String> together, int index) {
        return new ApprovedPlace(Placed.base("approved", together.toArray(String[]::new)), index);
    }

    /** The place of what that actual was made of, or cancels. */
    public static ApprovedPlace of(Actual.Id actual) {
        return new ApprovedPlace(Placed.baseOf(actual.value()), Placed.lineOf(actual.value()));
    }

    /** The ids of all actuals that a transaction there can have become; which of them are there, the facts say. */
    public List<Actual.Id> possible() {
        List<Actual.Id> possible = new ArrayList<>(List.of(cost()));
        for (int customer = 0; customer < CustomerSplit.MOST_CUSTOMERS; customer++) {
            possible.add(unbilledSales(customer, false));
            possible.add(unbilledSales(customer, true));
        }
        return possible;
    }

    /** Of the transaction itself, whatever actuals it becomes. */
    public UUID approved() {
        return Placed.at(base, APPROVED, line);
    }

    public Actual.Id cost() {
        return new Actual.Id(Placed.at(base, COST, line));
    }

    /** The unbilled sales of what is not split. */
    public Actual.Id unbilledSales() {
        return unbilledSales(0, false);
    }

    /**
     * The unbilled sales of one customer, where the transaction is split between customers or into what is billable and what is not
     * (domain.md 2.14).
     *
     * @param customer his place among the customers of the contract line
     * @param rest whether it is what is not charged of a lowered quantity
     */
    public Actual.Id unbilledSales(int customer, boolean rest) {
        return new Actual.Id(Placed.at(base, UNBILLED_SALES + 2 * customer + (rest ? 1 : 0), line));
    }
}
