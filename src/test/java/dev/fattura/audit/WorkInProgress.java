package dev.fattura.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** WIP in the ledger: what the journals accrued and no invoice has taken back is the posted chargeable backlog. */
final class WorkInProgress {

    private WorkInProgress() {}

    /** Each chargeable unbilled sales actual accrues its amount when it is posted, and its bill takes back exactly that. */
    static void ofEach(Books books, Findings findings) {
        Map<String, Row> postings = books.finance("posting", "actual");
        for (Row actual : books.actuals().values()) {
            Row posting = postings.get(actual.text("actual"));
            if (posting == null || !actual.is("type", "unbilledSales")) {
                continue;
            }
            Sums expected = new Sums();
            if (Books.isChargeable(actual)) {
                add(expected, actual.amount("amount"), posting.amount("accountingAmount"));
            }
            Sums accrued = entries(posting, "wipSalesValue");
            findings.same(expected, accrued, "The WIP of " + posting);
            findings.same(
                    expected.negated(), entries(posting, "accruedRevenueSalesValue"), "The accrual of " + posting);
            for (Row billed : books.bills(actual)) {
                Row invoiced = postings.get(billed.text("actual"));
                if (invoiced != null) {
                    findings.same(accrued.negated(), entries(invoiced, "wipSalesValue"), "The WIP of " + invoiced);
                }
            }
        }
    }

    /** By company: all WIP in the ledger is the value of what is posted, chargeable and not yet taken back. */
    static void inAll(Books books, Findings findings) {
        Map<String, Row> postings = books.finance("posting", "actual");
        Map<String, Sums> ledger = new HashMap<>();
        Map<String, Sums> backlog = new HashMap<>();
        postings.forEach((id, posting) -> {
            Row actual = books.actuals().get(id);
            String company = actual.map("dimensions").text("company");
            Sums wip = ledger.computeIfAbsent(company, missing -> new Sums());
            posting.list("entries").stream()
                    .filter(entry -> entry.is("postingType", "wipSalesValue"))
                    .forEach(entry -> add(wip, entry.amount("amount"), entry.amount("accountingAmount")));
            if (actual.is("type", "unbilledSales") && Books.isChargeable(actual) && standing(books, actual, postings)) {
                add(
                        backlog.computeIfAbsent(company, missing -> new Sums()),
                        actual.amount("amount"),
                        posting.amount("accountingAmount"));
            }
        });
        ledger.forEach((company, wip) -> findings.same(
                backlog.getOrDefault(company, new Sums()), wip, "The WIP in the ledger of company " + company));
    }

    /** Posted, and neither invoiced by a posted invoice nor taken back by a posted reversal, nor such a reversal itself. */
    private static boolean standing(Books books, Row actual, Map<String, Row> postings) {
        String original = Books.reverses(actual);
        return posted(books.bills(actual), postings) == 0
                && posted(books.reversals(actual), postings) == 0
                && (original == null || !postings.containsKey(original));
    }

    private static long posted(List<Row> actuals, Map<String, Row> postings) {
        return actuals.stream()
                .filter(actual -> postings.containsKey(actual.text("actual")))
                .count();
    }

    private static Sums entries(Row posting, String postingType) {
        Sums sums = new Sums();
        posting.list("entries").stream()
                .filter(entry -> entry.is("postingType", postingType))
                .forEach(entry -> add(sums, entry.amount("amount"), entry.amount("accountingAmount")));
        return sums;
    }

    private static void add(Sums sums, Amount amount, Amount accounting) {
        sums.add("transaction " + amount.currency(), amount);
        sums.add("accounting " + accounting.currency(), accounting);
    }
}
