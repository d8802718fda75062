package dev.fattura.ledger;

import dev.fattura.money.Money;
import java.time.LocalDate;

/**
 * The customer invoice that finance posted for a proposal (domain.md 3.4, 3.10).
 *
 * @param number from the company's customer invoice sequence, without gaps
 * @param date of the invoice; the accounting date of its ledger entries
 * @param voucher from the company's voucher sequence
 * @param amount what the customer owes: net and sales tax, in the contract's currency
 * @param salesTax in the contract's currency
 */
public record CustomerInvoice(String number, LocalDate date, String voucher, Money amount, Money salesTax) {}
