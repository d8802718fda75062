package dev.fattura.audit;

import java.util.List;
import java.util.Map;

/** What a customer invoice bills, applies or pays back of retainers is what it changes of the prepayments in the ledger. */
final class Prepayments {

    private Prepayments() {}

    static void inTheLedger(Books books, Findings findings) {
        Map<String, List<Row>> entries = Vouchers.entries(books);
        Map<String, List<Row>> lines =
                Books.grouped(books.finance("proposalLine").stream(), line -> line.text("proposal"));
        for (Row proposal : books.finance("proposal")) {
            if (!proposal.is("status", "posted")) {
                continue;
            }
            Sums retainers = new Sums();
            lines.getOrDefault(proposal.text("proposal"), List.of()).stream()
                    .filter(line -> line.is("class", "retainer") && line.is("billingType", "chargeable"))
                    .forEach(line -> retainers.add(line.amount("amount").negated()));
            Sums prepayments = new Sums();
            entries.getOrDefault(proposal.map("customerInvoice").text("voucher"), List.of()).stream()
                    .filter(entry -> entry.is("postingType", "prepayment"))
                    .forEach(entry -> prepayments.add(entry.amount("amount")));
            findings.same(retainers, prepayments, "The prepayments in the ledger by " + proposal);
        }
    }
}
