package dev.fattura.ledger;

import dev.fattura.money.Money;
import java.time.LocalDate;

/**
 * A retainer or advance that a contract agrees with one of its customers (domain.md 1.10). Its amounts available, used and open
 * follow from what was invoiced, applied and refunded.
 *
 * @param line the contract line that it is invoiced on
 * @param customer of the contract who pays it
 * @param amount above zero
 * @param date on which it is to be invoiced
 * @param readyToInvoice whether it is in the billing backlog until an invoice has it
 * @param version rises by one with every change
 */
public record Retainer(
        Contract.Id contract,
        Id id,
        ContractLine.Id line,
        String customer,
        String description,
        Money amount,
        LocalDate date,
        boolean readyToInvoice,
        long version) {

    /** The number of the retainer within its contract: {@code R1}. */
    public record Id(String value) {
        public Id {
            Identifiers.requireGiven(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    public Billable billable() {
        return Billable.retainer(contract, line, id.value());
    }

    /** Where it stands in the billing backlog while it is on no invoice. */
    public BacklogEntry backlogEntry() {
        return new BacklogEntry(contract, customer, date, billable()).marked(BacklogStatus.of(readyToInvoice));
    }

    /** The origin of every actual that it leads to: by it an open balance is known as its own. */
    public Origin origin() {
        return new Origin(OriginType.RETAINER, contract + "/" + id);
    }

    /** The next version of it with that readiness; everything else stands as it was recorded. */
    public Retainer marked(boolean ready) {
        return new Retainer(contract, id, line, customer, description, amount, date, ready, version + 1);
    }
}
