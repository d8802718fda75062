package dev.fattura.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What finance wrote back is what it posted. */
final class WriteBack {

    private static final List<String> DETAIL = List.of("accountingAmount", "exchangeRate", "voucher", "salesTax");
    private static final List<String> INVOICE = List.of("number", "date", "voucher", "amount", "salesTax");

    private WriteBack() {}

    static void details(Books books, Findings findings) {
        Map<String, Row> postings = books.finance("posting", "actual");
        for (Row detail : books.office("accountingDetail")) {
            Row posting = postings.get(detail.text("actual"));
            if (posting == null) {
                findings.add(detail + " is of what was never posted");
                continue;
            }
            DETAIL.forEach(
                    name -> findings.same(posting.text(name), detail.text(name), "The " + name + " of " + detail));
        }
    }

    /** A posted proforma has the customer invoice of its proposal, and all its billed sales know their voucher, or are about to. */
    static void postedInvoices(Books books, Findings findings) {
        Map<String, Row> proposals = books.finance("proposal", "proposal");
        Map<String, Row> details = books.office("accountingDetail", "actual");
        Set<String> waiting = Queues.waiting(books.finance("work"));
        for (Row invoice : books.office("invoice")) {
            if (!invoice.is("status", "posted")) {
                continue;
            }
            Row proposal = proposals.get(invoice.text("invoice"));
            if (proposal == null || !proposal.is("status", "posted")) {
                findings.add(invoice + " is posted and its proposal is not: " + proposal);
                continue;
            }
            INVOICE.forEach(name -> findings.same(
                    proposal.map("customerInvoice").text(name),
                    invoice.map("customerInvoice").text(name),
                    "The " + name + " on " + invoice));
            books.actuals("billedSales")
                    .filter(actual -> actual.is("invoice", invoice.text("invoice")))
                    .forEach(actual -> findings.require(
                            details.containsKey(actual.text("actual"))
                                    || waiting.contains("writeBackProposal " + invoice.text("invoice")),
                            actual + " of the posted " + invoice + " has no accounting detail"));
        }
    }

    static void complete(Books books, Findings findings) {
        Map<String, Row> details = books.office("accountingDetail", "actual");
        for (Row posting : books.finance("posting")) {
            findings.require(
                    details.containsKey(posting.text("actual")), posting + " was not written back to its actual");
        }
    }
}
