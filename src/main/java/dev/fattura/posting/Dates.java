package dev.fattura.posting;

import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dates that posting is asked to give the customer invoice; null leaves one as the proposal has it. */
public record Dates(@Nullable LocalDate invoiceDate, @Nullable LocalDate dueDate) {

    public static final Dates AS_PROPOSED = new Dates(null, null);

    LocalDate invoiceDate(Proposal proposal) {
        return Objects.requireNonNullElse(invoiceDate, proposal.invoiceDate());
    }

    LocalDate dueDate(Proposal proposal, LocalDate today) {
        return Objects.requireNonNullElseGet(dueDate, () -> proposal.dueDate(today));
    }

    /** @throws Refused if somebody asks for a payment before the invoice */
    static void requireDue(@Nullable LocalDate dueDate, LocalDate invoiceDate) {
        if (dueDate != null && dueDate.isBefore(invoiceDate)) {
            throw new Refused(
                    RefusalCode.MEMBER_INVALID,
                    "\"dueDate\" must not be before the invoice date " + invoiceDate + ".",
                    "/dueDate");
        }
    }
}
