package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Rate;

/**
 * One entry of a voucher in the general ledger.
 *
 * @param account the main account
 * @param amount in transaction currency; a debit is positive, a credit negative
 * @param accountingAmount the same in the company's accounting currency
 */
public record LedgerEntry(
        String account, PostingType postingType, Money amount, Money accountingAmount, Rate exchangeRate) {

    public LedgerEntry reversed() {
        return new LedgerEntry(account, postingType, amount.negated(), accountingAmount.negated(), exchangeRate);
    }
}
