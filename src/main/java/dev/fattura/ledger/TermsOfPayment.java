package dev.fattura.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Net terms of payment (domain.md 1.6, 3.9).
 *
 * @param days after the invoice date on which the customer invoice is due
 */
public record TermsOfPayment(int days) {

    private static final Pattern CODE = Pattern.compile("net([0-9]{1,3})");

    /** The terms of a code like {@code net30}. */
    public static Optional<TermsOfPayment> parse(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches()
                ? Optional.of(new TermsOfPayment(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    public String code() {
        return "net" + days;
    }

    public LocalDate dueDate(LocalDate invoiceDate) {
        return invoiceDate.plusDays(days);
    }
}
