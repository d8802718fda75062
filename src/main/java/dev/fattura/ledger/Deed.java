package dev.fattura.ledger;

/**
 * Who did what: a fact about one version of an invoice, a proposal or a journal that a caller's command made, about a transaction that
 * he approved, or about the books: the parameters, a fiscal period or the sales tax set-up of a company, or a table map.
 *
 * @param record what it is about, as the store calls it
 * @param id of that
 * @param version that it has had since; a transaction has one, and the periods of a company share theirs, as the table maps do
 * @param status that it got
 * @param by the subject of the caller; no name and no address
 */
public record Deed(String record, String id, long version, String status, String by) {}
