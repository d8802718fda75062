package dev.fattura.proforma;

import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Work is billed by no invoice of an earlier date: what Project Operations means by "only past-dated transactions" (domain.md 1.13),
 * said of two days that people chose, so that it holds in every time zone. Milestones, products and retainers are billed when a person
 * says that they are ready, whatever day they were planned for, and corrections are of what is billed already.
 */
final class WorkDates {

    private WorkDates() {}

    /** Refuses work up to a day that is later than the invoice. */
    static void requireUpTo(LocalDate upTo, LocalDate invoiceDate, String pointer) {
        if (upTo.isAfter(invoiceDate)) {
            throw later("The work up to " + upTo, invoiceDate, pointer);
        }
    }

    /**
     * Refuses the first line whose work is later than the invoice.
     *
     * @param list of the lines in the request
     * @param member of a line that tells its date
     */
    static void require(List<InvoiceLineDetail> details, LocalDate invoiceDate, String list, String member) {
        firstLater(details, invoiceDate).ifPresent(detail -> {
            throw later(
                    "The work of " + detail.transactionDate(),
                    invoiceDate,
                    list + "/" + details.indexOf(detail) + "/" + member);
        });
    }

    /** Refuses a date of the invoice by which work on it would be later. */
    static void requireDate(LocalDate invoiceDate, List<InvoiceLineDetail> details, String pointer) {
        firstLater(details, invoiceDate).ifPresent(detail -> {
            throw later(
                    "The work of line detail " + detail.id() + ", of " + detail.transactionDate(),
                    invoiceDate,
                    pointer);
        });
    }

    private static Optional<InvoiceLineDetail> firstLater(List<InvoiceLineDetail> details, LocalDate invoiceDate) {
        return details.stream()
                .filter(detail -> isWork(detail) && detail.transactionDate().isAfter(invoiceDate))
                .findFirst();
    }

    private static boolean isWork(InvoiceLineDetail detail) {
        return switch (detail.billable().kind()) {
            case UNBILLED_SALES, ENTERED, ENTERED_ON_FIXED_PRICE -> true;
            case MILESTONE, PRODUCT, RETAINER, DEDUCTION, REFUND, BILLED_SALES, REVISION -> false;
        };
    }

    private static Refused later(String what, LocalDate invoiceDate, String pointer) {
        return new Refused(
                RefusalCode.LATER_THAN_INVOICE, what + " is later than the invoice, of " + invoiceDate + ".", pointer);
    }
}
