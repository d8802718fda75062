package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Rate;

/**
 * What finance writes back to an actual once it is posted (domain.md 3.10).
 *
 * @param accountingAmount the actual's amount in the company's accounting currency
 * @param exchangeRate accounting currency for one unit of transaction currency
 * @param salesTax in the transaction currency; zero for all but chargeable billed sales
 */
public record AccountingDetail(
        Actual.Id actual, Money accountingAmount, Rate exchangeRate, String voucher, Money salesTax) {}
