package dev.fattura.inquiry;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import java.util.Locale;

/** Each fact of a lineage in one sentence that a person can read. */
final class Summaries {

    private Summaries() {}

    static String approvedTransaction(String transaction) {
        return "Transaction " + transaction + " was approved.";
    }

    static String sold(InvoiceLineDetail detail) {
        String what =
                switch (detail.billable().kind()) {
                    case MILESTONE -> "Milestone ";
                    case PRODUCT -> "Product ";
                    case UNBILLED_SALES -> "Unbilled sales ";
                    case ENTERED, ENTERED_ON_FIXED_PRICE -> "Entered line ";
                    case RETAINER -> "Retainer ";
                    case DEDUCTION, REFUND -> "Balance of a retainer ";
                    case BILLED_SALES -> "Billed sales ";
                    case REVISION -> "Revision of invoice ";
                };
        return what + detail.billable().reference() + " of contract line "
                + detail.billable().line() + " was ready to invoice.";
    }

    static String invoice(Invoice invoice) {
        return "Proforma invoice " + invoice.id() + " of " + invoice.invoiceDate() + " over " + invoice.total() + " is "
                + invoice.status().code() + ".";
    }

    static String actual(Actual actual) {
        String what =
                switch (actual.type()) {
                    case COST -> "cost";
                    case UNBILLED_SALES -> isBalance(actual) ? "open balance" : "unbilled sales";
                    case BILLED_SALES -> "billed sales";
                };
        boolean reversal = actual.adjustmentStatus() == AdjustmentStatus.UNADJUSTABLE;
        return (reversal ? "Reversal of " + what : what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1))
                + " of " + actual.quantity() + " " + actual.dimensions().unit() + " "
                + actual.transactionClass().code() + " on " + actual.transactionDate() + ": " + actual.amount() + ".";
    }

    private static boolean isBalance(Actual actual) {
        return actual.transactionClass() == TransactionClass.RETAINER;
    }

    static String detail(InvoiceLineDetail detail) {
        String what =
                switch (detail.billable().kind()) {
                    case UNBILLED_SALES, MILESTONE, PRODUCT, ENTERED, ENTERED_ON_FIXED_PRICE, RETAINER -> " bills ";
                    case DEDUCTION -> " applies ";
                    case REFUND -> " refunds ";
                    case BILLED_SALES -> " corrects what was billed to ";
                    case REVISION -> " revises ";
                };
        return "Line of invoice " + detail.invoice() + what + detail.quantity() + " "
                + detail.dimensions().unit() + " " + detail.transactionClass().code() + ", "
                + words(detail.billingType().code()) + ": " + detail.amount() + ".";
    }

    static String row(StagedActual row) {
        return "Finance received the " + words(row.type().code()) + " over " + row.amount() + " into staging.";
    }

    static String journalLine(JournalLine line) {
        return "Imported into integration journal " + line.journal() + ": " + line.amount() + " at "
                + line.exchangeRate() + " is " + line.accountingAmount() + ".";
    }

    static String posting(Posting posting) {
        return "Posted with voucher " + posting.voucher() + " at " + posting.accountingAmount() + ", "
                + posting.entries().size() + " ledger entries.";
    }

    static String proposal(Proposal proposal) {
        return "Invoice proposal " + proposal.id() + " over "
                + proposal.controlTotals().charged() + " is "
                + words(proposal.status().code()) + ".";
    }

    static String proposalLine(ProposalLine line) {
        return "Line of invoice proposal " + line.proposal() + ": " + line.amount() + " and sales tax "
                + line.salesTax() + ".";
    }

    static String customerInvoice(CustomerInvoice invoice) {
        String what = invoice.kind() == CustomerInvoice.Kind.CREDIT_NOTE ? "Credit note " : "Customer invoice ";
        return what + invoice.number() + " of " + invoice.date() + " over " + invoice.amount() + ", of it sales tax "
                + invoice.salesTax() + ", has voucher " + invoice.voucher() + ".";
    }

    static String accounting(AccountingDetail detail, TransactionType type) {
        return "Finance wrote back to the " + words(type.code()) + ": " + detail.accountingAmount() + " at "
                + detail.exchangeRate() + ", voucher " + detail.voucher() + ", sales tax " + detail.salesTax() + ".";
    }

    /** A code in words: {@code unbilledSales} is "unbilled sales". */
    private static String words(String code) {
        StringBuilder words = new StringBuilder();
        code.chars().forEach(letter -> {
            if (Character.isUpperCase(letter)) {
                words.append(' ');
            }
            words.append((char) Character.toLowerCase(letter));
        });
        return words.toString();
    }
}
