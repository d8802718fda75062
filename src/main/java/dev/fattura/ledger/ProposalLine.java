package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import java.util.List;

/**
 * A line of an invoice proposal (domain.md 3.4): one billed sales row.
 *
 * @param amount in the contract's currency, at its value whether chargeable or not
 * @param salesTax of a chargeable line, in the contract's currency; else zero
 * @param exchangeRate that held when the lines were made
 * @param accrual the WIP and accrued revenue entries that the journal posted for the unbilled sales behind it, which the
 *     invoice takes back; empty where nothing was accrued (milestones, products, non-chargeable and complimentary lines)
 */
public record ProposalLine(
        Invoice.Id proposal,
        Actual.Id actual,
        TransactionClass transactionClass,
        BillingType billingType,
        Quantity quantity,
        Money amount,
        Money salesTax,
        Rate exchangeRate,
        List<LedgerEntry> accrual) {

    public ProposalLine {
        accrual = List.copyOf(accrual);
    }
}
