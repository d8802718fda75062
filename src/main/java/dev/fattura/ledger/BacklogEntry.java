package dev.fattura.ledger;

import java.time.LocalDate;

/**
 * An entry of the billing backlog (domain.md 1.13): something that may be billed and is on no invoice.
 *
 * @param customer the contract customer who will be billed; every customer of a contract has a backlog of his own
 * @param date of the transaction, the milestone, the product-based line or the retainer: what a cut-off is compared with
 */
public record BacklogEntry(Contract.Id contract, String customer, LocalDate date, Billable billable) {}
