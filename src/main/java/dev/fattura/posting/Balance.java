package dev.fattura.posting;

import dev.fattura.ledger.LedgerEntry;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import java.util.List;

/** What ledger entries sum to, in both currencies; a voucher sums to zero in each. */
record Balance(Money amount, Money accountingAmount) {

    static Balance none(CurrencyCode currency, CurrencyCode accountingCurrency) {
        return new Balance(Money.zero(currency), Money.zero(accountingCurrency));
    }

    Balance plus(List<LedgerEntry> entries) {
        Balance sum = this;
        for (LedgerEntry entry : entries) {
            sum = new Balance(sum.amount.plus(entry.amount()), sum.accountingAmount.plus(entry.accountingAmount()));
        }
        return sum;
    }

    boolean isZero() {
        return amount.isZero() && accountingAmount.isZero();
    }
}
