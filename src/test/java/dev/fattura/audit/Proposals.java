package dev.fattura.audit;

import java.util.List;
import java.util.Map;

/** Invoice proposals: sealed by the office, matched by what has crossed, and posted as what the customer owes. */
final class Proposals {

    private Proposals() {}

    static boolean hasLines(Row proposal) {
        return proposal.is("status", "open") || proposal.is("status", "posting") || proposal.is("status", "posted");
    }

    static void headers(Books books, Findings findings) {
        Map<String, Row> invoices = books.office("invoice", "invoice");
        for (Row proposal : books.finance("proposal")) {
            Row invoice = invoices.get(proposal.text("proposal"));
            if (invoice == null || !Invoices.isSealed(invoice)) {
                findings.add(proposal + " has no confirmed proforma invoice: " + invoice);
                continue;
            }
            findings.same(
                    invoice.map("controlTotals").values(),
                    proposal.map("controlTotals").values(),
                    "What is sealed on " + proposal);
            for (String name : List.of("contract", "company", "customer", "currency", "accountingDate")) {
                findings.same(invoice.text(name), proposal.text(name), "The " + name + " of " + proposal);
            }
            // Nobody has changed it yet.
            if (proposal.number("version") == 1) {
                findings.same(
                        invoice.textOr("description", "none"),
                        proposal.textOr("text", "none"),
                        "The text of " + proposal);
            }
        }
    }

    /** Once it has its lines, the rows and the lines are those that were sealed. */
    static void lines(Books books, Findings findings) {
        Map<String, List<Row>> rows =
                Books.grouped(books.finance("stagedActual").stream(), row -> row.textOr("proposal", null));
        Map<String, List<Row>> lines =
                Books.grouped(books.finance("proposalLine").stream(), line -> line.text("proposal"));
        for (Row proposal : books.finance("proposal")) {
            if (!hasLines(proposal)) {
                continue;
            }
            Row totals = proposal.map("controlTotals");
            matched(
                    rows.getOrDefault(proposal.text("proposal"), List.of()),
                    totals,
                    " in the rows of " + proposal,
                    findings);
            List<Row> own = lines.getOrDefault(proposal.text("proposal"), List.of());
            matched(own, totals, " in the lines of " + proposal, findings);
            findings.same((long) own.size(), proposal.number("lines"), "The number of lines on " + proposal);
            Sums tax = new Sums();
            own.forEach(line -> tax.add(line.amount("salesTax")));
            findings.same(tax, new Sums().add(proposal.amount("salesTax")), "The sales tax on " + proposal);
            findings.same(totals.amount("charged"), proposal.amount("charged"), "What is charged on " + proposal);
        }
    }

    private static void matched(List<Row> facts, Row totals, String whose, Findings findings) {
        Invoices.Totals.compare("billedSales", facts.stream(), totals, whose, findings);
        Invoices.Totals.charged(facts.stream(), totals, whose, findings);
        Invoices.Totals.ids(facts.stream(), totals, whose, findings);
    }

    /** The customer owes what is charged and its tax, in the header as in the ledger. */
    static void customerInvoices(Books books, Findings findings) {
        Map<String, List<Row>> entries = Vouchers.entries(books);
        for (Row proposal : books.finance("proposal")) {
            if (!proposal.is("status", "posted")) {
                continue;
            }
            Row invoice = proposal.map("customerInvoice");
            findings.same(
                    proposal.amount("charged").plus(proposal.amount("salesTax")),
                    invoice.amount("amount"),
                    "The amount of the customer invoice of " + proposal);
            findings.same(
                    proposal.amount("salesTax"),
                    invoice.amount("salesTax"),
                    "The sales tax of the customer invoice of " + proposal);
            List<Row> voucher = entries.getOrDefault(invoice.text("voucher"), List.of());
            findings.same(
                    new Sums().add(invoice.amount("amount")),
                    sum(voucher, "customerBalance"),
                    "What the customer owes in the ledger by " + proposal);
            findings.same(
                    new Sums().add(invoice.amount("salesTax").negated()),
                    sum(voucher, "salesTax"),
                    "The sales tax in the ledger by " + proposal);
        }
    }

    private static Sums sum(List<Row> entries, String postingType) {
        Sums sum = new Sums();
        entries.stream()
                .filter(entry -> entry.is("postingType", postingType))
                .forEach(entry -> sum.add(entry.amount("amount")));
        return sum;
    }
}
