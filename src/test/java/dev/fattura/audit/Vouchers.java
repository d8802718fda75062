package dev.fattura.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ledger entries of each voucher. */
final class Vouchers {

    private Vouchers() {}

    static Map<String, List<Row>> entries(Books books) {
        Map<String, List<Row>> entries = new LinkedHashMap<>();
        for (String kind : List.of("posting", "voucher")) {
            for (Row row : books.finance(kind)) {
                entries.computeIfAbsent(row.text("voucher"), missing -> new ArrayList<>())
                        .addAll(row.list("entries"));
            }
        }
        return entries;
    }

    static void balance(Books books, Findings findings) {
        entries(books).forEach((voucher, entries) -> {
            Sums sums = new Sums();
            for (Row entry : entries) {
                Amount amount = entry.amount("amount");
                Amount accounting = entry.amount("accountingAmount");
                sums.add("transaction " + amount.currency(), amount);
                sums.add("accounting " + accounting.currency(), accounting);
            }
            findings.require(sums.isZero(), "Voucher " + voucher + " sums to " + sums);
        });
    }

    /** Each other entry is rounded once, by half a minor unit at most; the rounding difference makes good for all of them. */
    static void roundingDifference(Books books, Findings findings) {
        entries(books).forEach((voucher, entries) -> {
            for (Row entry : entries) {
                if (entry.is("postingType", "roundingDifference")) {
                    Amount difference = entry.amount("accountingAmount");
                    findings.require(
                            difference.minor().abs().longValueExact() * 2 < entries.size(),
                            "Voucher " + voucher + " has a rounding difference of " + difference + " in "
                                    + entries.size() + " entries");
                    findings.require(
                            entry.amount("amount").sign() == 0,
                            "Voucher " + voucher + " has a rounding difference in transaction currency: "
                                    + entry.amount("amount"));
                }
            }
        });
    }

    static void conversion(Books books, Findings findings) {
        entries(books).forEach((voucher, entries) -> {
            for (Row entry : entries) {
                if (!entry.is("postingType", "roundingDifference")) {
                    Amount accounting = entry.amount("accountingAmount");
                    findings.same(
                            entry.amount("amount").at(entry.text("exchangeRate"), accounting.currency()),
                            accounting,
                            "The accounting amount of " + entry.amount("amount") + " on " + entry.text("account")
                                    + " of voucher " + voucher);
                }
            }
        });
    }
}
