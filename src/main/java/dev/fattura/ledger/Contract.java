package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The header of a project contract (domain.md 1.2); its lines are {@link ContractLine}.
 *
 * @param customer the customer account that pays
 * @param currency the sales currency of all its actuals
 * @param fixedExchangeRate the agreed rate to the company's accounting currency, else the company's rate is taken (3.6)
 * @param salesTaxGroup the billing sales tax group; without one its lines bear no sales tax
 */
public record Contract(
        Id id,
        Company.Id company,
        String name,
        String customer,
        CurrencyCode currency,
        @Nullable Rate fixedExchangeRate,
        @Nullable String salesTaxGroup) {

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
