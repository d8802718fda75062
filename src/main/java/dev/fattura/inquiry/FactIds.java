package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;

/** The ids by which the facts of a lineage name each other. */
final class FactIds {

    private FactIds() {}

    static String approvedTransaction(String transaction) {
        return transaction + "/approved-transaction";
    }

    /** A milestone or product-based line, whose id is unique within its contract line only. */
    static String sold(InvoiceLineDetail detail) {
        return String.join(
                "/",
                detail.dimensions().contract().value(),
                detail.billable().line().value(),
                detail.billable().reference(),
                detail.billable().kind().code());
    }

    static String invoice(Invoice.Id invoice) {
        return invoice + "/invoice";
    }

    static String actual(Actual.Id actual) {
        return actual.toString();
    }

    static String row(Actual.Id actual) {
        return actual + "/row";
    }

    static String journalLine(Actual.Id actual) {
        return actual + "/journal-line";
    }

    static String posting(Actual.Id actual) {
        return actual + "/posting";
    }

    static String proposal(Invoice.Id proposal) {
        return proposal + "/proposal";
    }

    static String proposalLine(Actual.Id actual) {
        return actual + "/proposal-line";
    }

    static String customerInvoice(String number) {
        return number + "/customer-invoice";
    }

    static String accounting(Actual.Id actual) {
        return actual + "/accounting";
    }
}
