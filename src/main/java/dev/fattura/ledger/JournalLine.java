package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of an integration journal (domain.md 3.3), of document type Usage: one cost or unbilled sales row, with what held when it
 * was imported. Its number and its voucher are its place in the plan of the journal that has it.
 *
 * @param journal the one with which it was imported; a line that could not be posted may be on another one since
 * @param amount in the transaction currency
 * @param accountingAmount in the company's accounting currency
 * @param accountingDate on which it is posted; not the actual's own where that lies in a period that was not open
 * @param category the project category
 * @param reverses the unbilled sales that it takes back, at their rate; or null
 */
public record JournalLine(
        Journal.Id journal,
        Actual.Id actual,
        TransactionType type,
        TransactionClass transactionClass,
        BillingType billingType,
        Quantity quantity,
        Money amount,
        Rate exchangeRate,
        Money accountingAmount,
        LocalDate accountingDate,
        Dimensions dimensions,
        String category,
        String lineProperty,
        Actual.@Nullable Id reverses) {}
