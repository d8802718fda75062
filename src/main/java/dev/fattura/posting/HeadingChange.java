package dev.fattura.posting;

import dev.fattura.ledger.Proposal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to change on the header of a proposal; null keeps it.
 *
 * @param dimensions the new ones, all of them; empty for those that the lines have in common
 * @param text the new one; empty for none
 */
public record HeadingChange(
        @Nullable LocalDate invoiceDate,
        @Nullable LocalDate dueDate,
        @Nullable Map<String, String> dimensions,
        @Nullable String text) {

    boolean isNothing() {
        return invoiceDate == null && dueDate == null && dimensions == null && text == null;
    }

    /** @param redated whether it gets another invoice date, with which a due date that a person set before is gone */
    Proposal.Heading of(Proposal proposal, boolean redated) {
        Proposal.Heading before = proposal.heading();
        LocalDate kept = redated ? null : before.dueDate();
        String newText = text == null ? before.text() : text;
        return new Proposal.Heading(
                before.termsOfPayment(),
                dueDate == null ? kept : dueDate,
                dimensions == null ? before.dimensions() : dimensions,
                newText == null || newText.isEmpty() ? null : newText);
    }
}
