package dev.fattura.header;

import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;

/** What of a sealed proforma header becomes the proposal header (domain.md 3.4, 4.5): its number, its control totals, its dates. */
final class ProposalHeaderDecider {

    private ProposalHeaderDecider() {}

    /** @throws IllegalStateException if the proforma is not sealed */
    static Proposal proposal(Invoice sealed) {
        Invoice.Confirmation confirmation = sealed.confirmation();
        ControlTotals totals = sealed.controlTotals();
        if (confirmation == null || totals == null) {
            throw new IllegalStateException("Invoice " + sealed.id() + " is not sealed");
        }
        return new Proposal(
                sealed.id(),
                sealed.contract(),
                sealed.company(),
                sealed.customer(),
                sealed.currency(),
                ProposalStatus.AWAITING_LINES,
                1,
                sealed.invoiceDate(),
                confirmation.accountingDate(),
                sealed.shards(),
                totals,
                null,
                null,
                null,
                0);
    }
}
