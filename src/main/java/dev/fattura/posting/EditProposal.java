package dev.fattura.posting;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceTax;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.SalesTax;
import dev.fattura.ledger.TaxRounding;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.SalesTaxItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a person may change of an invoice proposal while it is open (domain.md 3.4): its header, the groups of a line, or all lines. */
public final class EditProposal {

    private final Table finance;
    private final RecalculateProposal recalculation;

    public EditProposal(Table finance) {
        this.finance = finance;
        this.recalculation = new RecalculateProposal(finance);
    }

    /**
     * Changes the header. Another invoice date computes exchange rate and sales tax anew, and discards a due date that a person set,
     * unless it comes with one.
     *
     * @throws Refused if the proposal is not open, has changed since it was read, or cannot be computed for that date
     */
    public Proposal edit(Invoice.Id id, long expectedVersion, HeadingChange change, Command command) {
        return Attempts.untilDone(() -> {
            Proposal proposal = find(id);
            if (ReceiptItem.begun(finance, command)) {
                return Optional.of(recalculation.finish(proposal));
            }
            requireOpen(proposal, expectedVersion);
            LocalDate invoiceDate = Objects.requireNonNullElse(change.invoiceDate(), proposal.invoiceDate());
            boolean redated = !invoiceDate.equals(proposal.invoiceDate());
            Proposal.Heading heading = change.of(proposal, redated);
            Dates.requireDue(heading.dueDate(), invoiceDate);
            return committed(
                    redated
                            ? proposal.recalculating(invoiceDate, recalculation.terms(proposal, invoiceDate), heading)
                            : proposal.edited(heading),
                    List.of(),
                    command);
        });
    }

    /**
     * Puts a line into other groups, and computes its sales tax anew; that of the other lines only where tax is rounded for the whole
     * invoice.
     *
     * @throws Refused if there is no such line, the proposal is not open or has changed, or there is no such group
     */
    public Proposal editLine(
            Invoice.Id id, Actual.Id actual, long expectedVersion, GroupsChange change, Command command) {
        return Attempts.untilDone(() -> {
            Proposal proposal = find(id);
            if (ReceiptItem.begun(finance, command)) {
                return Optional.of(recalculation.finish(proposal));
            }
            requireOpen(proposal, expectedVersion);
            ProposalLine line = ProposalLineItem.find(finance, proposal, actual)
                    .orElseThrow(() ->
                            new Refused(RefusalCode.NOT_FOUND, "Proposal " + id + " has no line " + actual + "."));
            Proposal.Terms terms = Objects.requireNonNull(proposal.terms());
            SalesTax setUp = SalesTaxItem.of(finance, proposal.company(), terms);
            ProposalLine changed = change.of(line, setUp);
            RecalculateProposal.requireTaxable(changed, setUp, proposal.invoiceDate(), "");
            if (setUp.rounding() == TaxRounding.INVOICE) {
                return committed(proposal.recalculating(terms), List.of(put(proposal, changed)), command);
            }
            ProposalLine taxed = new InvoiceTax(setUp, proposal.currency()).next(changed, proposal.invoiceDate());
            LineTotals totals = Objects.requireNonNull(proposal.lineTotals()).replacing(line, taxed);
            return committed(proposal.retotalled(totals), List.of(put(proposal, taxed)), command);
        });
    }

    /**
     * Deletes all lines ("Delete all"); the next import makes them anew by what rates and groups are then.
     *
     * <p>The header comes first. A line that a crash leaves behind is written over by that import, since the rows are the same.
     *
     * @throws Refused if the proposal is not open, or has changed since it was read
     */
    public Proposal deleteLines(Invoice.Id id, long expectedVersion, Command command) {
        Proposal without = Attempts.untilDone(() -> {
            Proposal proposal = find(id);
            if (ReceiptItem.begun(finance, command)) {
                return Optional.of(proposal);
            }
            requireOpen(proposal, expectedVersion);
            return committed(proposal.withoutLines(), List.of(), command);
        });
        if (without.status() == ProposalStatus.AWAITING_LINES) {
            deleteLeft(without);
        }
        return without;
    }

    private void deleteLeft(Proposal without) {
        for (int shard = 0; shard < without.shards(); shard++) {
            String after = null;
            do {
                ProposalLineItem.Lines page =
                        ProposalLineItem.page(finance, without, shard, after, ProposalLineItem.PAGE);
                if (!ProposalLineItem.deleteAll(finance, without, page.lines())) {
                    // An import has claimed it already, and writes them all.
                    return;
                }
                after = page.next();
            } while (after != null);
        }
    }

    private Optional<Proposal> committed(Proposal next, List<Write> others, Command command) {
        List<Write> writes = new ArrayList<>(List.of(ProposalItem.replace(next)));
        writes.addAll(others);
        return finance.commit(CommandWrites.of(command, writes)).done()
                ? Optional.of(recalculation.finish(next))
                : Optional.empty();
    }

    private static Write put(Proposal proposal, ProposalLine line) {
        return Write.put(ProposalLineItem.encode(proposal, line), Condition.NONE);
    }

    private Proposal find(Invoice.Id id) {
        return ProposalItem.find(finance, id)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no proposal " + id + "."));
    }

    private static void requireOpen(Proposal proposal, long expectedVersion) {
        switch (proposal.status()) {
            case AWAITING_LINES, IMPORTING, RECALCULATING ->
                throw new Refused(
                        RefusalCode.PROPOSAL_NOT_READY,
                        "The lines of proposal " + proposal.id() + " are not there yet.");
            case POSTING, POSTED ->
                throw new Refused(
                        RefusalCode.PROPOSAL_POSTED, "Proposal " + proposal.id() + " is posted, or is being posted.");
            case OPEN -> {
                if (proposal.version() != expectedVersion) {
                    throw new Refused(
                            RefusalCode.PROPOSAL_CHANGED,
                            "Proposal " + proposal.id() + " is at version " + proposal.version() + ", not "
                                    + expectedVersion + ".");
                }
            }
        }
    }
}
