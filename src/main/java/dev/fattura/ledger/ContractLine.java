package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a project contract (domain.md 1.3).
 *
 * @param project the project that it bills; a product-based line has none
 * @param milestones of a fixed-price line, else empty
 * @param product of a product-based line, else null
 */
public record ContractLine(
        Contract.Id contract,
        Id id,
        String name,
        BillingMethod billingMethod,
        Project.@Nullable Id project,
        List<Milestone> milestones,
        @Nullable Product product) {

    public ContractLine {
        milestones = List.copyOf(milestones);
    }

    /** The number of the line within its contract: {@code 1}. */
    public record Id(String value) {
        public Id {
            Identifiers.requireGiven(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** A milestone of a fixed-price line; ready ones are in the billing backlog (1.9). */
    public record Milestone(String id, String name, Money amount, LocalDate date, boolean readyToInvoice) {}

    /** What a product-based line sells; a ready one is in the billing backlog (2.7). */
    public record Product(String id, Quantity quantity, Price price, LocalDate date, boolean readyToInvoice) {}
}
