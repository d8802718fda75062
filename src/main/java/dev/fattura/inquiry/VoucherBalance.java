package dev.fattura.inquiry;

import dev.fattura.ledger.LedgerEntry;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import java.util.List;

/**
 * The sums of a voucher's ledger entries in transaction and in accounting currency: both are zero, or the books are wrong.
 *
 * @param entries how many have been added
 */
record VoucherBalance(long entries, Money amount, Money accountingAmount) {

    static VoucherBalance empty(CurrencyCode transaction, CurrencyCode accounting) {
        return new VoucherBalance(0, Money.zero(transaction), Money.zero(accounting));
    }

    VoucherBalance plus(List<LedgerEntry> more) {
        Money sum = amount;
        Money accountingSum = accountingAmount;
        for (LedgerEntry entry : more) {
            sum = sum.plus(entry.amount());
            accountingSum = accountingSum.plus(entry.accountingAmount());
        }
        return new VoucherBalance(entries + more.size(), sum, accountingSum);
    }
}
