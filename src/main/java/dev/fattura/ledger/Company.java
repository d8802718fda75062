package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Percent;
import java.util.Map;

/**
 * A legal entity in finance with the parameters that import and posting need.
 *
 * @param journalLineLimit lines per integration journal at most; 200 by default (domain.md 3.3)
 * @param accounts the main account of every posting type
 * @param salesTaxGroups the tax of each billing sales tax group that contracts may name
 */
public record Company(
        Id id,
        CurrencyCode accountingCurrency,
        PeriodUnit periodUnit,
        int journalLineLimit,
        OnAccountInvoicing onAccountInvoicing,
        Map<PostingType, String> accounts,
        Map<String, Percent> salesTaxGroups) {

    public static final int DEFAULT_JOURNAL_LINE_LIMIT = 200;

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
}
