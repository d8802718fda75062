package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Rate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header of a project contract (domain.md 1.2); its lines are {@link ContractLine}.
 *
 * @param customer the account of the primary customer, who alone is billed product-based lines
 * @param currency the sales currency of all its actuals
 * @param fixedExchangeRate the agreed rate to the company's accounting currency, else the company's rate is taken (3.6)
 * @param salesTaxGroup the billing sales tax group; without one its lines bear no sales tax
 * @param customers all who pay, the primary one among them; their splits sum to 100 per cent (1.4)
 * @param notToExceed the limit for chargeable time-and-material work on the whole contract, or null (1.5)
 */
public record Contract(
        Id id,
        Company.Id company,
        String name,
        String customer,
        CurrencyCode currency,
        @Nullable Rate fixedExchangeRate,
        @Nullable String salesTaxGroup,
        List<ContractCustomer> customers,
        @Nullable Money notToExceed) {

    public Contract {
        customers = List.copyOf(customers);
    }

    /** A contract without a limit. */
    public Contract(
            Id id,
            Company.Id company,
            String name,
            String customer,
            CurrencyCode currency,
            @Nullable Rate fixedExchangeRate,
            @Nullable String salesTaxGroup,
            List<ContractCustomer> customers) {
        this(id, company, name, customer, currency, fixedExchangeRate, salesTaxGroup, customers, null);
    }

    /** A contract that one customer pays. */
    public Contract(
            Id id,
            Company.Id company,
            String name,
            String customer,
            CurrencyCode currency,
            @Nullable Rate fixedExchangeRate,
            @Nullable String salesTaxGroup) {
        this(
                id,
                company,
                name,
                customer,
                currency,
                fixedExchangeRate,
                salesTaxGroup,
                List.of(ContractCustomer.sole(customer)));
    }

    /** What was agreed with one of its customers, if it is one. */
    public Optional<ContractCustomer> agreedWith(String account) {
        return customers.stream()
                .filter(agreed -> agreed.customer().equals(account))
                .findFirst();
    }

    /** The contract number: {@code ORD-01022-Z4M9Q0}. */
    public record Id(String value) {
        public Id {
            Identifiers.requireGiven(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
