package dev.fattura.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Corrective invoices: what they say that they correct is what their lines correct, and while they are drafts nobody else does. */
final class Revisions {

    private Revisions() {}

    static void ofLines(Books books, Findings findings) {
        Map<String, List<Row>> details = Invoices.details(books);
        Map<String, Row> claims = books.office("claim", "billable");
        for (Row invoice : books.office("invoice")) {
            if (invoice.is("status", "drafting") || invoice.is("status", "deleted")) {
                continue;
            }
            Set<String> said = invoice.list("corrects").stream()
                    .map(original -> original.text("invoice"))
                    .collect(Collectors.toCollection(TreeSet::new));
            findings.same(corrected(details, invoice), said, "What " + invoice + " says that it corrects");
            if (Invoices.isDraft(invoice)) {
                said.forEach(original -> findings.require(
                        claims.containsKey(Ids.revisionLock(original))
                                && claims.get(Ids.revisionLock(original)).is("invoice", invoice.text("invoice")),
                        invoice + " corrects " + original + " and does not have the lock of its revision"));
            }
        }
    }

    private static Set<String> corrected(Map<String, List<Row>> details, Row invoice) {
        return details.getOrDefault(invoice.text("invoice"), List.of()).stream()
                .filter(detail -> detail.has("original"))
                .map(detail -> detail.map("original").text("invoice"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
