package dev.fattura.ledger;

import java.time.YearMonth;

/**
 * An entry of the period log: which document falls into which month of a company's books. It is a way to find the document and
 * no fact of its own: whoever follows it looks at the document.
 *
 * @param month of the accounting date: of an approval that of its transactions, of an invoice that of its confirmation, of a
 *     journal that of its lines, of a proposal that of its customer invoice
 * @param id of the document: an approval, an invoice, a journal or a proposal
 */
public record PeriodEntry(Kind kind, Company.Id company, YearMonth month, String id) {

    /** The documents that are logged. The first two are of the office, the others of finance. */
    public enum Kind implements Coded {
        /** A sealed batch of approved transactions; in every month and company that it has transactions in. */
        APPROVAL("approval"),
        /** A confirmed proforma invoice. */
        INVOICE("invoice"),
        /** A posted integration journal; in every month that it has lines in. */
        JOURNAL("journal"),
        /** A posted invoice proposal. */
        PROPOSAL("proposal");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
