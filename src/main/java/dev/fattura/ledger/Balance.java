package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import java.util.List;

/** What ledger entries sum to, in both currencies; a voucher sums to zero in each. */
public record Balance(Money amount, Money accountingAmount) {

    public static Balance none(CurrencyCode currency, CurrencyCode accountingCurrency) {
        return new Balance(Money.zero(currency), Money.zero(accountingCurrency));
    }

    /** This balance and those entries. */
    public Balance plus(List<LedgerEntry> entries) {
        Balance sum = this;
        for (LedgerEntry entry : entries) {
            sum = new Balance(sum.amount.plus(entry.amount()), sum.accountingAmount.plus(entry.accountingAmount()));
        }
        return sum;
    }

    public boolean isZero() {
        return amount.isZero() && accountingAmount.isZero();
    }
}
