package dev.fattura.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The billing backlog: what is open is there or on a draft, and nothing else is. */
final class Backlog {

    private Backlog() {}

    /** Each entry is of something open that no invoice has. */
    static void entries(Books books, Findings findings) {
        Map<String, Row> claims = books.office("claim", "billable");
        Map<String, Row> ready = ready(books);
        for (Row entry : books.office("backlog")) {
            Row claim = claims.get(entry.text("id"));
            findings.require(claim == null, entry + " is in the backlog and on an invoice: " + claim);
            if (entry.is("billable", "unbilledSales") || entry.is("billable", "deduction")) {
                Row actual = books.actuals().get(entry.text("id"));
                if (actual == null || !books.isOpen(actual)) {
                    findings.add(entry + " is in the backlog and not open: " + actual);
                    continue;
                }
                findings.same(
                        actual.map("dimensions").text("customer"), entry.text("customer"), "The customer of " + entry);
                findings.same(
                        actual.map("dimensions").text("contract"), entry.text("contract"), "The contract of " + entry);
                findings.same(
                        entry.is("billable", "deduction"), Books.isRetainer(actual), "That a retainer is " + entry);
            } else if (soleCustomer(books, entry.text("contract"))) {
                findings.require(
                        ready.containsKey(entry.text("id")), entry + " is in the backlog and not ready to invoice");
            }
        }
        Books.grouped(books.office("backlog").stream(), entry -> entry.text("id"))
                .forEach((id, entries) -> findings.atMostOne(entries, id + " is in the backlog more than once"));
    }

    /** Whatever is open or ready is in the backlog, or a draft has it. */
    static void complete(Books books, Findings findings) {
        Set<String> placed = new HashSet<>(books.office("backlog", "id").keySet());
        Map<String, Row> invoices = books.office("invoice", "invoice");
        for (Row claim : books.office("claim")) {
            Row invoice = invoices.get(claim.text("invoice"));
            if (invoice != null && !Invoices.isSealed(invoice)) {
                placed.add(claim.text("billable"));
            }
        }
        books.actuals("unbilledSales")
                .filter(books::isOpen)
                .forEach(actual -> findings.require(
                        placed.contains(actual.text("actual")),
                        actual + " is open and neither in the backlog nor on a draft"));
        placed.addAll(books.office("claim", "billable").keySet());
        ready(books)
                .forEach((id, row) -> findings.require(
                        !soleCustomer(books, row.text("contract")) || placed.contains(id),
                        "What is ready of " + row + " is neither in the backlog nor on an invoice"));
    }

    /** Milestones, products and retainers that are ready to invoice, by the id under which they are billed. */
    private static Map<String, Row> ready(Books books) {
        Map<String, Row> ready = new HashMap<>();
        for (Row line : books.office("contractLine")) {
            String contract = line.text("contract");
            for (Row milestone : line.list("milestones")) {
                if (milestone.flag("ready")) {
                    ready.put(Ids.milestone(contract, line.text("line"), milestone.text("id")), line);
                }
            }
            if (line.has("product") && line.map("product").flag("ready")) {
                ready.put(
                        Ids.product(
                                contract, line.text("line"), line.map("product").text("id")),
                        line);
            }
        }
        for (Row retainer : books.office("retainer")) {
            if (retainer.flag("ready")) {
                ready.put(Ids.retainer(retainer.text("contract"), retainer.text("retainer")), retainer);
            }
        }
        return ready;
    }

    private static boolean soleCustomer(Books books, String contract) {
        Row header = books.office("contract", "contract").get(contract);
        List<Row> customers = header == null ? List.of() : header.list("customers");
        return customers.size() < 2;
    }
}
