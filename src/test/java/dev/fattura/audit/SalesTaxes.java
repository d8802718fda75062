package dev.fattura.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Sales tax by code: what each line bears of its amount, and what they sum to. */
final class SalesTaxes {

    private SalesTaxes() {}

    static void ofLines(Books books, Findings findings) {
        Map<String, List<Row>> lines =
                Books.grouped(books.finance("proposalLine").stream(), line -> line.text("proposal"));
        for (Row proposal : books.finance("proposal")) {
            if (!Proposals.hasLines(proposal)) {
                continue;
            }
            Sums byCode = new Sums();
            for (Row line : lines.getOrDefault(proposal.text("proposal"), List.of())) {
                ofLine(line, findings);
                byRate(byCode, line);
            }
            findings.same(byRate(new Sums(), proposal), byCode, "The sales tax by code on " + proposal);
        }
    }

    private static Sums byRate(Sums sums, Row whose) {
        whose.list("shares")
                .forEach(share -> sums.add(share.text("code") + " " + share.text("percent"), share.amount("salesTax")));
        return sums;
    }

    /** Rounded for itself, a share is half a minor unit off at most; rounded for the invoice, a whole one. */
    private static void ofLine(Row line, Findings findings) {
        Sums sum = new Sums();
        BigDecimal net = new BigDecimal(line.amount("amount").minor());
        for (Row share : line.list("shares")) {
            Amount tax = share.amount("salesTax");
            sum.add(tax);
            BigDecimal exact =
                    net.multiply(new BigDecimal(share.text("percent"))).movePointLeft(2);
            findings.require(
                    exact.subtract(new BigDecimal(tax.minor())).abs().compareTo(BigDecimal.ONE) <= 0,
                    tax + " is not " + share.text("percent") + " per cent of " + line);
        }
        findings.same(new Sums().add(line.amount("salesTax")), sum, "The sales tax by code of " + line);
        findings.require(
                line.is("billingType", "chargeable") || sum.isZero(),
                line + " is not charged and bears sales tax " + sum);
    }
}
