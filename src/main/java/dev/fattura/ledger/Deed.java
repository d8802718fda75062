package dev.fattura.ledger;

/**
 * Who did what: a fact about one version of an invoice, a proposal or a journal that a caller's command made, or about a transaction that
 * he approved.
 *
 * @param record what it is about, as the store calls it
 * @param id of that
 * @param version that it has had since; a transaction has one
 * @param status that it got
 * @param by the subject of the caller; no name and no address
 */
public record Deed(String record, String id, long version, String status, String by) {}
