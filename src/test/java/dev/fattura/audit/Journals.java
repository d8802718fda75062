package dev.fattura.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Integration journals: their lines are their rows, at a rate that holds, and their postings are their lines. */
final class Journals {

    private static final List<String> VALUES = List.of("type", "class", "billingType", "quantity", "amount");

    private Journals() {}

    static void lines(Books books, Findings findings) {
        Map<String, Row> rows = books.finance("stagedActual", "actual");
        Map<String, Row> companies = books.finance("company", "company");
        for (Row line : books.finance("journalLine")) {
            Row row = rows.get(line.text("actual"));
            if (row == null) {
                findings.add(line + " is of no staging row");
                continue;
            }
            VALUES.forEach(name -> findings.same(row.text(name), line.text(name), "The " + name + " of " + line));
            findings.same(
                    row.map("dimensions").values(), line.map("dimensions").values(), "What " + line + " belongs to");
            findings.require(
                    line.text("accountingDate").compareTo(row.text("accountingDate")) >= 0,
                    "The accounting date of " + line + " is before that of its row");
            String currency =
                    companies.get(line.map("dimensions").text("company")).text("accountingCurrency");
            findings.same(
                    line.amount("amount").at(line.text("exchangeRate"), currency),
                    line.amount("accountingAmount"),
                    "The accounting amount of " + line);
            findings.require(
                    rates(books, line, row, currency).anyMatch(rate -> rate.equals(line.text("exchangeRate"))),
                    "Nobody recorded the exchange rate of " + line + ": " + line.text("exchangeRate"));
        }
    }

    /** What takes posted unbilled sales back is posted at their rate, so that nothing is left of them in accounting currency. */
    static void reversalRates(Books books, Findings findings) {
        Map<String, Row> lines = books.finance("journalLine", "actual");
        for (Row row : books.finance("stagedActual")) {
            Row line = lines.get(row.text("actual"));
            Row original = lines.get(row.textOr("reverses", ""));
            if (line != null && original != null) {
                findings.same(original.text("exchangeRate"), line.text("exchangeRate"), "The exchange rate of " + line);
            }
        }
    }

    /** All rates that can hold: that of what is taken back, one, the agreed one, or the company's own up to the date. */
    private static Stream<String> rates(Books books, Row line, Row row, String accountingCurrency) {
        Row original = books.finance("journalLine", "actual").get(row.textOr("reverses", ""));
        if (original != null) {
            return Stream.of(original.text("exchangeRate"));
        }
        String currency = line.amount("amount").currency();
        if (currency.equals(accountingCurrency)) {
            return Stream.of("1");
        }
        Row contract =
                books.finance("contract", "contract").get(line.map("dimensions").text("contract"));
        if (contract != null && contract.has("fixedExchangeRate") && contract.is("currency", currency)) {
            return Stream.of(contract.text("fixedExchangeRate"));
        }
        return books.finance("exchangeRate").stream()
                .filter(rate -> rate.is("company", line.map("dimensions").text("company")) && rate.is("from", currency))
                .filter(rate -> rate.text("validFrom").compareTo(line.text("accountingDate")) <= 0)
                .map(rate -> rate.text("rate"));
    }

    /** A posting says what its journal line or its proposal line says. */
    static void postings(Books books, Findings findings) {
        Map<String, Row> journalLines = books.finance("journalLine", "actual");
        Map<String, Row> proposalLines = books.finance("proposalLine", "actual");
        for (Row posting : books.finance("posting")) {
            boolean ofJournal = posting.key().partition().startsWith("ACTUAL#");
            Row line = (ofJournal ? journalLines : proposalLines).get(posting.text("actual"));
            if (line == null) {
                findings.add(posting + " is of no line");
                continue;
            }
            findings.same(line.text("exchangeRate"), posting.text("exchangeRate"), "The exchange rate of " + posting);
            Amount accounting = posting.amount("accountingAmount");
            findings.same(
                    line.amount("amount").at(line.text("exchangeRate"), accounting.currency()),
                    accounting,
                    "The accounting amount of " + posting);
            findings.same(
                    ofJournal ? Amount.zero(line.amount("amount").currency()) : line.amount("salesTax"),
                    posting.amount("salesTax"),
                    "The sales tax of " + posting);
        }
        Books.grouped(books.finance("posting").stream(), posting -> posting.text("actual"))
                .forEach((actual, postings) -> findings.atMostOne(postings, actual + " is posted more than once"));
    }
}
