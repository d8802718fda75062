package dev.fattura.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Queues of work: whatever is unfinished is in one, and what stays in one has a cause that lasts. */
final class Queues {

    /** What only a person can mend; what waits for it waits for good. */
    private static final Set<String> LASTING = Set.of(
            "exchange-rate-missing",
            "sales-tax-group-unknown",
            "sales-tax-code-rate-missing",
            "unbilled-sales-unposted",
            "company-missing",
            "period-closed",
            "journal-error",
            "line-property-missing",
            "category-missing",
            "account-missing",
            "original-not-imported",
            "original-unposted");

    private Queues() {}

    /** Nothing is forgotten: each thing that has a step before it is in the queue of that step. */
    static void complete(Books books, Findings findings) {
        Set<String> finance = waiting(books.finance("work"));
        crossing(books, waiting(books.office("work")), findings);
        Map<String, Row> lines = books.finance("journalLine", "actual");
        for (Row row : books.finance("stagedActual")) {
            findings.require(
                    row.has("proposal")
                            || lines.containsKey(row.text("actual"))
                            || finance.contains("import " + row.text("actual")),
                    row + " is on no journal and in no queue");
        }
        journals(books, finance, findings);
        for (Row proposal : books.finance("proposal")) {
            String id = proposal.text("proposal");
            Row invoice = books.office("invoice", "invoice").get(id);
            boolean done = invoice != null && invoice.is("status", "posted");
            boolean queued = proposal.is("status", "posted")
                    ? done || finance.contains("writeBackProposal " + id)
                    : finance.contains("proposal " + id);
            findings.require(queued, proposal + " is not finished and in no queue");
        }
    }

    private static void journals(Books books, Set<String> finance, Findings findings) {
        Map<String, Row> details = books.office("accountingDetail", "actual");
        Map<String, Row> postings = books.finance("posting", "voucher");
        for (Row journal : books.finance("journal")) {
            String id = journal.text("journal");
            if (journal.is("status", "posted") && !finance.contains("writeBackJournal " + id)) {
                for (String voucher : Numbers.range(journal)) {
                    Row posting = postings.get(voucher);
                    findings.require(
                            posting == null || details.containsKey(posting.text("actual")),
                            posting + " is not written back and in no queue");
                }
            }
            findings.require(
                    journal.is("status", "posted")
                            || journal.is("status", "canceled")
                            || journal.is("status", "importing")
                            || finance.contains("journal " + id),
                    journal + " is not posted and in no queue");
        }
    }

    private static void crossing(Books books, Set<String> office, Findings findings) {
        Set<String> transactions = new HashSet<>();
        Set<String> approvals = new HashSet<>();
        // An entry may say which part of the approval it stands for.
        office.forEach(entry -> approvals.add(entry.split("#", 2)[0]));
        for (Row approval : books.office("approval")) {
            if (approvals.contains("crossingApproval " + approval.text("approval"))) {
                approval.list("entries").forEach(entry -> transactions.add(entry.text("transaction")));
            }
        }
        Map<String, Row> rows = books.finance("stagedActual", "actual");
        for (Row actual : books.actuals().values()) {
            boolean queued = actual.has("invoice")
                    ? office.contains("crossingInvoice " + actual.text("invoice"))
                    : transactions.contains(Books.origin(actual, "approvedTransaction"));
            findings.require(
                    actual.flag("skipSync") || rows.containsKey(actual.text("actual")) || queued,
                    actual + " has not crossed and is in no queue");
        }
        Map<String, Row> contracts = books.finance("contract", "contract");
        for (Row contract : books.office("contract")) {
            String id = contract.text("contract");
            findings.require(
                    contracts.containsKey(id) || office.contains("crossingContract " + id),
                    contract + " has not crossed and is in no queue");
        }
        for (Row invoice : books.office("invoice")) {
            findings.require(
                    !invoice.is("status", "confirmed") || office.contains("crossingInvoice " + invoice.text("invoice")),
                    invoice + " is not posted and in no queue");
        }
    }

    /** After everything has run, what is left in the queues waits for somebody. */
    static void onlyLasting(Books books, Findings findings) {
        Set<String> companies = books.finance("company", "company").keySet();
        for (Row work : books.finance("work")) {
            String owner = work.key().partition().split("#", -1)[2];
            boolean lasting = LASTING.contains(work.textOr("code", "")) || !companies.contains(owner);
            findings.require(
                    lasting,
                    work + " still waits, for " + work.textOr("code", "nothing") + ": " + work.textOr("cause", ""));
        }
        for (Row work : books.office("work")) {
            Row invoice = books.office("invoice", "invoice").get(work.key().sort());
            boolean unposted = work.key().partition().startsWith("WORK#crossingInvoice#")
                    && invoice != null
                    && invoice.is("status", "confirmed");
            findings.require(unposted || isToCome(work, books), work + " still waits");
        }
    }

    /** A run date of an invoice schedule that nobody has run: its day has not come. */
    private static boolean isToCome(Row work, Books books) {
        return work.key().partition().startsWith("WORK#invoiceSchedule#")
                && books.office("invoiceRun").stream()
                        .noneMatch(run -> work.key().sort().equals(run.text("runDate") + "#" + run.text("contract")));
    }

    static Set<String> waiting(List<Row> works) {
        Set<String> waiting = new HashSet<>();
        for (Row work : works) {
            String queue = work.key().partition().split("#", -1)[1];
            if (queue.equals("arrived")) {
                work.list("rows").forEach(sheet -> Ids.onSheet(sheet.text("sheet"), sheet.text("lines"))
                        .forEach(row -> waiting.add("import " + row)));
            } else {
                waiting.add(queue + " " + work.key().sort());
            }
        }
        return waiting;
    }
}
