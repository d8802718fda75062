package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import org.jspecify.annotations.Nullable;

/**
 * What a contract agrees with one of its customers: {@code msdyn_projectcontractsplitbillingrule} (domain.md 1.4).
 *
 * @param customer the customer account
 * @param split his share of every time-and-material transaction and milestone, in per cent
 * @param rounding whether he bears what splitting leaves over; exactly one customer of a contract does
 * @param termsOfPayment copied to his proposals; without them a customer invoice is due on its date (3.9)
 * @param salesTaxGroup his own billing sales tax group, where the company looks for it there (3.5)
 * @param notToExceed his limit for chargeable time-and-material work on the whole contract, or null (1.5)
 */
public record ContractCustomer(
        String customer,
        Percent split,
        boolean rounding,
        @Nullable TermsOfPayment termsOfPayment,
        @Nullable String salesTaxGroup,
        @Nullable Money notToExceed) {

    /** A customer without a limit. */
    public ContractCustomer(
            String customer,
            Percent split,
            boolean rounding,
            @Nullable TermsOfPayment termsOfPayment,
            @Nullable String salesTaxGroup) {
        this(customer, split, rounding, termsOfPayment, salesTaxGroup, null);
    }

    /** The one customer of a contract, with nothing else agreed. */
    public static ContractCustomer sole(String customer) {
        return new ContractCustomer(customer, Percent.of("100"), true, null, null);
    }
}
