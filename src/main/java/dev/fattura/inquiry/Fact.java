package dev.fattura.inquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact of an invoice's lineage.
 *
 * @param id unlike that of any other fact: an actual's or line detail's own, else what it is about and a word, like
 *     {@code INV-1001/proposal}
 * @param type of an actual, else null
 * @param summary what happened, in a sentence for a person
 * @param causes the ids of the facts that it came from
 */
record Fact(String id, Kind kind, @Nullable String type, String summary, List<String> causes) {

    Fact {
        causes = List.copyOf(causes);
    }

    Fact because(List<String> onlyThese) {
        return new Fact(id, kind, type, summary, onlyThese);
    }

    /** What kind of record the fact is, in the order in which an invoice makes them. */
    enum Kind {
        APPROVED_TRANSACTION("approvedTransaction"),
        MILESTONE("milestone"),
        PRODUCT_LINE("productLine"),
        ENTERED_LINE("enteredLine"),
        RETAINER("retainer"),
        INVOICE("invoice"),
        ACTUAL("actual"),
        INVOICE_LINE_DETAIL("invoiceLineDetail"),
        STAGED_ACTUAL("stagedActual"),
        JOURNAL_LINE("journalLine"),
        POSTING("posting"),
        PROPOSAL("proposal"),
        PROPOSAL_LINE("proposalLine"),
        CUSTOMER_INVOICE("customerInvoice"),
        ACCOUNTING_DETAIL("accountingDetail");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
