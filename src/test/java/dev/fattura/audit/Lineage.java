package dev.fattura.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every fact leads to the facts that caused it, and these are there. */
final class Lineage {

    private static final String LINE = "line ";
    private static final String CORRECTED = "corrected ";

    private Lineage() {}

    static void origins(Books books, Findings findings) {
        Map<String, Set<String>> known = Map.of(
                "approvedTransaction", transactions(books),
                "milestone", milestones(books),
                "productLine", products(books),
                "retainer", retainers(books),
                "invoice", books.office("invoice", "invoice").keySet(),
                "invoiceLineDetail", books.office("invoiceLineDetail", "detail").keySet());
        Set<String> lines = contractLines(books);
        Map<String, Row> invoices = books.office("invoice", "invoice");
        for (Row actual : books.actuals().values()) {
            // What was entered by hand on a draft comes from its invoice alone.
            findings.require(!actual.list("origins").isEmpty() || actual.has("invoice"), actual + " has no origin");
            for (Row origin : actual.list("origins")) {
                String id = origin.text("id");
                boolean there = origin.is("type", "invoiceLine")
                        ? isInvoiceLine(id, invoices, lines)
                        : known.getOrDefault(origin.text("type"), Set.of()).contains(id);
                findings.require(
                        there, actual + " comes from " + origin.text("type") + " " + id + ", which is not there");
            }
            if (actual.has("invoice")) {
                findings.require(
                        invoices.containsKey(actual.text("invoice")),
                        actual + " is of invoice " + actual.text("invoice") + ", which is not there");
            }
        }
    }

    /** The other end of each connection is there: an actual. */
    static void connections(Books books, Findings findings) {
        for (Row actual : books.actuals().values()) {
            for (Row connection : actual.list("connections")) {
                findings.require(
                        books.actuals().containsKey(connection.text("other")),
                        actual + " is connected with " + connection.text("otherRole") + " " + connection.text("other")
                                + ", which is not there");
            }
        }
    }

    /** What an approval says that it made is there. */
    static void approvals(Books books, Findings findings) {
        for (Row approval : books.office("approval")) {
            for (Row entry : approval.list("entries")) {
                String transaction = entry.text("transaction");
                findings.require(
                        !entry.has("cost") || isMade(books, entry.text("cost"), "cost", transaction),
                        approval + " made no cost of " + transaction);
                findings.require(
                        !entry.has("unbilledSales")
                                || isMade(books, entry.text("unbilledSales"), "unbilledSales", transaction),
                        approval + " made no unbilled sales of " + transaction);
            }
        }
    }

    private static boolean isMade(Books books, String id, String type, String transaction) {
        Row actual = books.actuals().get(id);
        return actual != null
                && actual.is("type", type)
                && transaction.equals(Books.origin(actual, "approvedTransaction"));
    }

    /** Each billed sales actual comes from a line of its invoice, and each line of a confirmed invoice has billed sales. */
    static void invoiceLines(Books books, Findings findings) {
        Map<String, List<Row>> billed = Books.grouped(books.actuals("billedSales"), actual -> actual.text("invoice"));
        Invoices.details(books).forEach((invoice, details) -> {
            if (!Invoices.isSealed(books, invoice)) {
                return;
            }
            List<Row> ofInvoice = billed.getOrDefault(invoice, List.of());
            Set<String> named = new HashSet<>();
            ofInvoice.forEach(actual -> named.addAll(lines(actual)));
            Set<String> there = new HashSet<>();
            for (Row detail : details) {
                List<String> names = List.of(LINE + detail.text("detail"), CORRECTED + detail.text("billableId"));
                there.addAll(names);
                findings.require(
                        names.stream().anyMatch(named::contains), detail + " is confirmed and has no billed sales");
            }
            for (Row actual : ofInvoice) {
                findings.require(
                        lines(actual).stream().anyMatch(there::contains), actual + " is of no line of its invoice");
            }
        });
    }

    /** The lines that billed sales bill, and what they take back, which a line corrects. */
    private static Set<String> lines(Row actual) {
        Set<String> lines = new HashSet<>();
        for (Row origin : actual.list("origins")) {
            if (origin.is("type", "invoiceLineDetail")) {
                lines.add(LINE + origin.text("id"));
            }
        }
        String reversed = Books.reverses(actual);
        if (reversed != null) {
            lines.add(CORRECTED + reversed);
        }
        return lines;
    }

    /** Each proposal line has its row and each staged billed sales row its proposal, once that has crossed. */
    static void proposalLines(Books books, Findings findings) {
        Map<String, Row> rows = books.finance("stagedActual", "actual");
        Map<String, Row> proposals = books.finance("proposal", "proposal");
        for (Row line : books.finance("proposalLine")) {
            Row row = rows.get(line.text("actual"));
            findings.require(
                    row != null && row.is("proposal", line.text("proposal")), line + " is of no row of its proposal");
            Row proposal = proposals.get(line.text("proposal"));
            findings.require(
                    proposal != null && !proposal.is("status", "awaitingLines"),
                    line + " is of a proposal without lines: " + proposal);
            if (row != null) {
                for (String name : List.of("class", "billingType", "quantity", "amount")) {
                    findings.same(row.text(name), line.text(name), "The " + name + " of " + line);
                }
            }
        }
    }

    private static boolean isInvoiceLine(String id, Map<String, Row> invoices, Set<String> lines) {
        int slash = id.lastIndexOf('/');
        Row invoice = invoices.get(id.substring(0, slash));
        return invoice != null && lines.contains(invoice.text("contract") + id.substring(slash));
    }

    private static Set<String> contractLines(Books books) {
        Set<String> lines = new HashSet<>();
        books.office("contractLine").forEach(line -> lines.add(line.text("contract") + "/" + line.text("line")));
        return lines;
    }

    private static Set<String> transactions(Books books) {
        Set<String> transactions = new HashSet<>();
        books.office("approval").forEach(approval -> approval.list("entries")
                .forEach(entry -> transactions.add(entry.text("transaction"))));
        return transactions;
    }

    private static Set<String> milestones(Books books) {
        Set<String> milestones = new HashSet<>();
        for (Row line : books.office("contractLine")) {
            for (Row milestone : line.list("milestones")) {
                milestones.add(line.text("contract") + "/" + line.text("line") + "/" + milestone.text("id"));
            }
        }
        return milestones;
    }

    private static Set<String> products(Books books) {
        Set<String> products = new TreeSet<>();
        for (Row line : books.office("contractLine")) {
            if (line.has("product")) {
                products.add(line.text("contract") + "/" + line.text("line") + "/"
                        + line.map("product").text("id"));
            }
        }
        return products;
    }

    private static Set<String> retainers(Books books) {
        Set<String> retainers = new HashSet<>();
        books.office("retainer").forEach(row -> retainers.add(row.text("contract") + "/" + row.text("retainer")));
        return retainers;
    }
}
