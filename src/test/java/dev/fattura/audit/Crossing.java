package dev.fattura.audit;

import java.util.List;
import java.util.Map;

/** What crosses to finance and what stays. */
final class Crossing {

    private static final List<String> VALUES =
            List.of("type", "class", "billingType", "quantity", "price", "amount", "transactionDate", "accountingDate");

    private Crossing() {}

    /**
     * Of what confirming writes, unbilled sales stay in the office exactly when they close what a billed sales actual of the same
     * invoice bills, or are balances of retainers. Of what approving writes, only a cost can stay.
     */
    static void skipSync(Books books, Findings findings) {
        for (Row actual : books.actuals().values()) {
            boolean stays = actual.flag("skipSync");
            if (actual.is("type", "unbilledSales") && actual.has("invoice")) {
                findings.same(Books.isRetainer(actual) || closesBilled(books, actual), stays, "Skip-sync of " + actual);
            } else {
                findings.require(!stays || actual.is("type", "cost"), actual + " is skip-sync");
            }
        }
    }

    private static boolean closesBilled(Books books, Row reversal) {
        Row original = books.actuals().get(String.valueOf(Books.reverses(reversal)));
        return original != null
                && books.bills(original).stream().anyMatch(billed -> billed.is("invoice", reversal.text("invoice")));
    }

    /** Each staged row is an actual that crosses, value for value. */
    static void rows(Books books, Findings findings) {
        for (Row row : books.finance("stagedActual")) {
            Row actual = books.actuals().get(row.text("actual"));
            if (actual == null) {
                findings.add(row + " is of no actual");
                continue;
            }
            findings.require(!actual.flag("skipSync"), actual + " is skip-sync and has crossed");
            VALUES.forEach(name -> findings.same(actual.text(name), row.text(name), "The " + name + " of " + row));
            findings.same(
                    actual.map("dimensions").values(), row.map("dimensions").values(), "What " + row + " belongs to");
            boolean billed = actual.is("type", "billedSales");
            findings.same(
                    billed ? actual.text("invoice") : null, row.textOr("proposal", null), "The proposal of " + row);
            findings.same(
                    Books.billsUnbilledSales(actual), row.textOr("unbilledSales", null), "What is billed by " + row);
            if (actual.is("type", "unbilledSales")) {
                findings.same(Books.reverses(actual), row.textOr("reverses", null), "What is taken back by " + row);
            }
        }
        Books.grouped(books.finance("stagedActual").stream(), row -> row.text("actual"))
                .forEach((actual, rows) -> findings.atMostOne(rows, actual + " is staged more than once"));
    }

    /** Unbilled sales that crossed are those that did not stay; so are costs and billed sales. */
    static void complete(Books books, Findings findings) {
        Map<String, Row> rows = books.finance("stagedActual", "actual");
        for (Row actual : books.actuals().values()) {
            findings.require(
                    actual.flag("skipSync") || rows.containsKey(actual.text("actual")), actual + " has not crossed");
        }
        Map<String, Row> contracts = books.finance("contract", "contract");
        for (Row contract : books.office("contract")) {
            findings.require(contracts.containsKey(contract.text("contract")), contract + " has not crossed");
        }
        Map<String, Row> proposals = books.finance("proposal", "proposal");
        for (Row invoice : books.office("invoice")) {
            findings.require(
                    !Invoices.isSealed(invoice) || proposals.containsKey(invoice.text("invoice")),
                    invoice + " has not crossed");
        }
    }
}
