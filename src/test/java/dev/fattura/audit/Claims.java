package dev.fattura.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims: each thing that can be billed is on one invoice at a time, and that invoice has a line for it. */
final class Claims {

    private Claims() {}

    static void held(Books books, Findings findings) {
        Map<String, Row> invoices = books.office("invoice", "invoice");
        Map<String, List<Row>> details = Invoices.details(books);
        Set<List<String>> lines = books.office("invoiceLineDetail").stream()
                .map(detail -> List.of(detail.text("invoice"), detail.textOr("billableId", "")))
                .collect(Collectors.toSet());
        Map<String, String> locks = new HashMap<>();
        invoices.keySet().forEach(invoice -> locks.put(Ids.revisionLock(invoice), invoice));
        for (Row claim : books.office("claim")) {
            Row invoice = invoices.get(claim.text("invoice"));
            if (invoice == null || invoice.is("status", "deleted")) {
                findings.add(claim + " is of invoice " + claim.text("invoice") + ", which is not there: " + invoice);
                continue;
            }
            if (locks.containsKey(claim.text("billable"))) {
                findings.require(
                        !Invoices.isSealed(invoice),
                        "The revision of " + locks.get(claim.text("billable")) + " is confirmed by " + invoice
                                + " and still locked");
                continue;
            }
            List<Row> own = details.getOrDefault(claim.text("invoice"), List.of());
            findings.require(
                    lines.contains(List.of(claim.text("invoice"), claim.text("billable")))
                            || closesBalance(books, claim.text("billable"), own),
                    claim + " is of " + invoice + ", which has no line for it");
        }
    }

    /** A correction that credits a retainer keeps its open balance from being applied meanwhile. */
    private static boolean closesBalance(Books books, String billable, List<Row> details) {
        Row balance = books.actuals().get(billable);
        if (balance == null || !Books.isRetainer(balance)) {
            return false;
        }
        String retainer = Books.origin(balance, "retainer");
        return details.stream()
                .filter(detail -> detail.is("billable", "billedSales") && Books.isRetainer(detail))
                .anyMatch(detail -> String.valueOf(retainer).equals(Books.origin(detail, "retainer")));
    }

    /** Each line of a draft is claimed by it; that of a confirmed invoice stays claimed until it is corrected. */
    static void lines(Books books, Findings findings) {
        Set<List<String>> corrected = corrected(books);
        Map<String, Row> claims = books.office("claim", "billable");
        Map<String, Row> invoices = books.office("invoice", "invoice");
        for (Row detail : books.office("invoiceLineDetail")) {
            Row invoice = invoices.get(detail.text("invoice"));
            if (invoice == null || invoice.is("status", "deleted")) {
                findings.add(detail + " is of invoice " + detail.text("invoice") + ", which is not there: " + invoice);
                continue;
            }
            Row claim = claims.get(detail.text("billableId"));
            boolean own = claim != null && claim.is("invoice", detail.text("invoice"));
            findings.require(
                    own || detail.is("billable", "entered") || corrected.contains(line(detail)),
                    detail + " of " + invoice + " is claimed by " + claim);
        }
        for (List<Row> twice : Books.grouped(
                        books.office("invoiceLineDetail").stream().filter(detail -> !corrected.contains(line(detail))),
                        detail -> detail.text("billableId"))
                .values()) {
            findings.atMostOne(twice, "There is more than one line for the same");
        }
    }

    /** What a correction has taken back, as the invoice and the line it was billed with. */
    private static Set<List<String>> corrected(Books books) {
        return books.actuals("billedSales")
                .filter(actual -> !books.reversals(actual).isEmpty())
                .map(actual ->
                        List.of(actual.text("invoice"), String.valueOf(Books.origin(actual, "invoiceLineDetail"))))
                .collect(Collectors.toSet());
    }

    private static List<String> line(Row detail) {
        return List.of(detail.text("invoice"), detail.text("detail"));
    }
}
