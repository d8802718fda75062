package dev.fattura.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Numbers: those that a sequence has given are those that the documents bear. */
final class Numbers {

    private Numbers() {}

    static void journals(Books books, Findings findings) {
        Map<String, List<String>> used = new TreeMap<>();
        books.finance("journal").forEach(journal -> use(used, journal.text("company"), journal.text("journal")));
        compare(sequences(books.finance("numberSequence"), "journal"), used, "-IJ-", findings);
    }

    static void customerInvoices(Books books, Findings findings) {
        Map<String, List<String>> used = new TreeMap<>();
        for (Row proposal : books.finance("proposal")) {
            if (proposal.has("customerInvoice")) {
                use(
                        used,
                        proposal.text("company"),
                        proposal.map("customerInvoice").text("number"));
            }
        }
        compare(sequences(books.finance("numberSequence"), "customerInvoice"), used, "-CI-", findings);
    }

    static void vouchers(Books books, Findings findings) {
        Map<String, List<String>> used = new TreeMap<>();
        for (Row journal : books.finance("journal")) {
            range(journal).forEach(voucher -> use(used, journal.text("company"), voucher));
        }
        for (Row proposal : books.finance("proposal")) {
            if (proposal.has("customerInvoice")) {
                use(
                        used,
                        proposal.text("company"),
                        proposal.map("customerInvoice").text("voucher"));
            }
        }
        compare(sequences(books.finance("numberSequence"), "voucher"), used, "-PV-", findings);
    }

    /** Each line of a posted journal has a voucher of its own out of the journal's range, and none of the range is left over. */
    static void journalVouchers(Books books, Findings findings) {
        Map<String, List<Row>> byVoucher = Books.grouped(
                books.finance("posting").stream().filter(Numbers::ofJournal), posting -> posting.text("voucher"));
        List<String> ranges = new ArrayList<>();
        for (Row journal : books.finance("journal")) {
            if (journal.is("status", "posted")) {
                for (String voucher : range(journal)) {
                    int postings = byVoucher.getOrDefault(voucher, List.of()).size();
                    findings.require(
                            postings == 1, "Voucher " + voucher + " of " + journal + " has " + postings + " postings");
                    ranges.add(voucher);
                }
            }
        }
        byVoucher.forEach((voucher, postings) -> findings.require(
                ranges.contains(voucher), "No posted journal has voucher " + voucher + ": " + postings));
    }

    /** Somebody may have given such a number by hand before its turn came, but none of those given is missing. */
    static void proformaInvoices(Books books, Findings findings) {
        Map<String, Row> invoices = books.office("invoice", "invoice");
        sequences(books.office("numberSequence"), "proformaInvoice").forEach((owner, next) -> {
            for (long number = 1; number < next; number++) {
                String given = format("PRF-", number);
                findings.require(
                        invoices.containsKey(given), "There is no invoice " + given + ", whose number was taken");
            }
        });
    }

    private static boolean ofJournal(Row posting) {
        return posting.key().partition().startsWith("ACTUAL#");
    }

    /** The vouchers that posting a journal has bound to it. */
    static List<String> range(Row journal) {
        List<String> vouchers = new ArrayList<>();
        if (journal.has("voucherPrefix")) {
            for (long index = 0; index < journal.number("voucherCount"); index++) {
                vouchers.add(format(journal.text("voucherPrefix"), journal.number("voucherFirst") + index));
            }
        }
        return vouchers;
    }

    private static void use(Map<String, List<String>> used, String owner, String number) {
        used.computeIfAbsent(owner, missing -> new ArrayList<>()).add(number);
    }

    private static void compare(
            Map<String, Long> next, Map<String, List<String>> used, String infix, Findings findings) {
        next.keySet().forEach(owner -> used.putIfAbsent(owner, new ArrayList<>()));
        used.forEach((owner, numbers) -> {
            List<String> given = new ArrayList<>();
            for (long number = 1; number < next.getOrDefault(owner, 1L); number++) {
                given.add(format(owner + infix, number));
            }
            List<String> gaps = new ArrayList<>(given);
            gaps.removeAll(numbers);
            findings.require(gaps.isEmpty(), "Taken from the sequence of " + owner + " and on no document: " + gaps);
            List<String> repeats = new ArrayList<>(numbers);
            given.forEach(repeats::remove);
            findings.require(
                    repeats.isEmpty(), "On a document twice, or not from the sequence of " + owner + ": " + repeats);
        });
    }

    /** The next number by owner. */
    private static Map<String, Long> sequences(List<Row> rows, String kind) {
        Map<String, Long> next = new LinkedHashMap<>();
        for (Row sequence : rows) {
            String[] parts = sequence.key().partition().split("#", -1);
            if (parts[1].equals(kind)) {
                next.put(parts[2], sequence.number("version"));
            }
        }
        return next;
    }

    private static String format(String prefix, long number) {
        return prefix + String.format("%06d", number);
    }
}
