package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import java.time.LocalDate;

/**
 * A line of an integration journal (domain.md 3.3): one cost or unbilled sales row, with the exchange rate that held when
 * it was imported.
 *
 * @param number counts from 1 within the journal
 * @param amount in the transaction currency
 * @param accountingAmount in the company's accounting currency
 */
public record JournalLine(
        Journal.Id journal,
        int number,
        Actual.Id actual,
        TransactionType type,
        TransactionClass transactionClass,
        BillingType billingType,
        Quantity quantity,
        Money amount,
        Rate exchangeRate,
        Money accountingAmount,
        LocalDate accountingDate,
        Dimensions dimensions) {}
