package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Percent;
import java.util.Map;

/**
 * A legal entity in finance with the parameters that import and posting need. It may be changed; every version is kept, and what
 * is claimed names the version that it goes on with.
 *
 * @param version counts from 1
 * @param accountingCurrency never changes
 * @param accounts the main account of every posting type
 * @param salesTaxGroups the tax of each billing sales tax group that contracts may name, in short: it counts as long as the
 *     company has no sales tax set-up ({@link SalesTax})
 */
public record Company(
        Id id,
        long version,
        CurrencyCode accountingCurrency,
        JournalParameters journals,
        OnAccountInvoicing onAccountInvoicing,
        Map<PostingType, String> accounts,
        Map<String, Percent> salesTaxGroups) {

    /** The company's code: {@code USMF}. */
    public record Id(String value) {
        public Id {
            Identifiers.requireGiven(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    public Company {
        accounts = Map.copyOf(accounts);
        salesTaxGroups = Map.copyOf(salesTaxGroups);
    }

    /** The main account of a posting type. @throws IllegalStateException if the company was recorded without it */
    public String account(PostingType postingType) {
        String account = accounts.get(postingType);
        if (account == null) {
            throw new IllegalStateException("Company " + id + " has no account for " + postingType.code());
        }
        return account;
    }

    /** The same content as another version. */
    public Company atVersion(long other) {
        return new Company(id, other, accountingCurrency, journals, onAccountInvoicing, accounts, salesTaxGroups);
    }

    /** Whether it says the same, whatever its version. */
    public boolean sameAs(Company other) {
        return equals(other.atVersion(version));
    }
}
