package dev.fattura.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The billing backlog: what is open is there or on a draft, and nothing else is. */
final class Backlog {

    private Backlog() {}

    /** Each entry is of something open that no invoice has. */
    static void entries(Books books, Findings findings) {
        Map<String, Row> claims = books.office("claim", "billable");
        Map<String, Row> agreed = agreed(books);
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
            } else {
                status(entry, agreed.get(entry.text("id")), findings);
            }
            findings.require(
                    !entry.has("notToExceed") || entry.is("status", "notReady"),
                    entry + " is ready to invoice and not within its limits");
        }
        Books.grouped(books.office("backlog").stream(), entry -> entry.text("id"))
                .forEach((id, entries) -> findings.atMostOne(entries, id + " is in the backlog more than once"));
    }

    /** What is not unbilled sales was agreed; a retainer's record says the same of it. */
    private static void status(Row entry, @Nullable Row agreed, Findings findings) {
        findings.require(agreed != null, entry + " is in the backlog and was never agreed");
        if (agreed != null && agreed.kind().equals("retainer")) {
            findings.same(
                    agreed.flag("ready") ? "readyToInvoice" : "notReady",
                    entry.text("status"),
                    "The status of " + entry);
        }
    }

    /** Whatever is open or agreed is in the backlog, or an invoice has it. */
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
        agreed(books)
                .forEach((id, row) -> findings.require(
                        placed.contains(id),
                        "What is agreed of " + row + " is neither in the backlog nor on an invoice: " + id));
    }

    /** Milestones, for each customer his part, products and retainers, ready or not, by the id under which they are billed. */
    private static Map<String, Row> agreed(Books books) {
        Map<String, Row> agreed = new HashMap<>();
        for (Row line : books.office("contractLine")) {
            String contract = line.text("contract");
            String number = line.text("line");
            List<String> customers = customers(books, line);
            for (Row milestone : line.list("milestones")) {
                for (String customer : customers) {
                    agreed.put(
                            customers.size() == 1
                                    ? Ids.milestone(contract, number, milestone.text("id"))
                                    : Ids.milestone(contract, number, milestone.text("id"), customer),
                            line);
                }
            }
            if (line.has("product")) {
                agreed.put(Ids.product(contract, number, line.map("product").text("id")), line);
            }
        }
        for (Row retainer : books.office("retainer")) {
            agreed.put(Ids.retainer(retainer.text("contract"), retainer.text("retainer")), retainer);
        }
        return agreed;
    }

    /** Who bears a part of the line: its own customers, else those of its contract. */
    private static List<String> customers(Books books, Row line) {
        List<Row> own = line.has("terms") ? line.map("terms").list("customers") : List.of();
        Row contract = books.office("contract", "contract").get(line.text("contract"));
        List<Row> all = !own.isEmpty() || contract == null ? own : contract.list("customers");
        return all.stream()
                .filter(customer -> new BigDecimal(customer.text("split")).signum() > 0)
                .map(customer -> customer.text("customer"))
                .toList();
    }
}
