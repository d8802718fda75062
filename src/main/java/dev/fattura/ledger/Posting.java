package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Rate;
import java.util.List;

/**
 * What posting did for one actual: the fact from which the accounting detail is written back.
 *
 * @param accountingAmount the actual's amount in the company's accounting currency
 * @param salesTax in the transaction currency
 * @param entries its ledger entries; a non-chargeable or complimentary one has none
 */
public record Posting(
        Actual.Id actual,
        String voucher,
        Money accountingAmount,
        Rate exchangeRate,
        Money salesTax,
        List<LedgerEntry> entries) {

    public Posting {
        entries = List.copyOf(entries);
    }

    public AccountingDetail accountingDetail() {
        return new AccountingDetail(actual, accountingAmount, exchangeRate, voucher, salesTax);
    }
}
