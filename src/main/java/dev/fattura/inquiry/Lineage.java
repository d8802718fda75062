package dev.fattura.inquiry;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts behind some line details of an invoice, as both sides have them; each list has what there is of it by now.
 *
 * @param others the invoices that it corrects or that correct it, and those that left behind what it bills
 * @param actuals cost, unbilled sales, billed sales and reversals
 * @param journalPostings of cost and unbilled sales
 * @param proposal null until the header has crossed
 * @param proposalPostings of billed sales
 */
record Lineage(
        Invoice invoice,
        List<InvoiceLineDetail> details,
        List<Invoice> others,
        List<Actual> actuals,
        List<StagedActual> rows,
        List<JournalLine> journalLines,
        List<Posting> journalPostings,
        @Nullable Proposal proposal,
        List<ProposalLine> proposalLines,
        List<Posting> proposalPostings,
        List<AccountingDetail> accounting) {}
