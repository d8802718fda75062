package dev.fattura.ledger;

/**
 * Who did what: a fact about one version of an invoice, a proposal or a journal that a caller's command made.
 *
 * @param record what kind of header it is, as the store calls it
 * @param id of the header
 * @param version that the header has had since
 * @param status that the header got
 * @param by the subject of the caller; no name and no address
 */
public record Deed(String record, String id, long version, String status, String by) {}
