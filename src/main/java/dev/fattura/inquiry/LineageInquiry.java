package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.store.AccountingDetailItem;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Finance;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.Office;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads, for a page of an invoice's line details, every fact from the approval to the write-back, on both sides. */
final class LineageInquiry {

    private final Table office;
    private final Table finance;
    private final InvoiceInquiry invoices;

    LineageInquiry(Office office, Finance finance) {
        this.office = office.table();
        this.finance = finance.table();
        this.invoices = new InvoiceInquiry(office);
    }

    /** A page of the lineage, and where the next one begins. */
    record Page(Lineage lineage, Listing<InvoiceLineDetail> details) {}

    /** @throws dev.fattura.ledger.Refused if there is no such invoice */
    Page read(Invoice.Id id, PageRequest page) {
        Invoice invoice = invoices.find(id);
        Listing<InvoiceLineDetail> listing = invoices.details(invoice, page);
        List<InvoiceLineDetail> details = listing.entries();
        List<Actual> worked = worked(details);
        List<Actual.Id> workedIds = ids(worked);
        List<Actual> billed = billed(details);
        List<Actual.Id> billedIds = ids(billed);
        Proposal proposal = ProposalItem.find(finance, id).orElse(null);
        List<StagedActual> billedRows =
                proposal == null ? List.of() : StagedActualItem.findAll(finance, proposal, billedIds);
        List<ProposalLine> proposalLines =
                proposal == null ? List.of() : ProposalLineItem.findAll(finance, proposal, billedIds);
        List<Posting> proposalPostings =
                proposal == null ? List.of() : PostingItem.findAll(finance, proposal, billedIds);
        Lineage lineage = new Lineage(
                invoice,
                details,
                joined(worked, billed),
                joined(StagedActualItem.findAll(finance, workedIds), billedRows),
                JournalLineItem.findAll(finance, workedIds),
                PostingItem.findAll(finance, workedIds),
                proposal,
                proposalLines,
                proposalPostings,
                AccountingDetailItem.findAll(office, joined(workedIds, billedIds)));
        return new Page(lineage, listing);
    }

    /** The unbilled sales that the details bill, and the cost behind them. */
    private List<Actual> worked(List<InvoiceLineDetail> details) {
        List<Actual> unbilledSales = ActualItem.findAll(
                office,
                details.stream()
                        .map(InvoiceLineDetail::billable)
                        .filter(billable -> billable.kind() == Billable.Kind.UNBILLED_SALES)
                        .map(billable -> new Actual.Id(billable.id()))
                        .toList());
        List<Actual.Id> costs = unbilledSales.stream()
                .flatMap(actual -> actual.connections().stream())
                .filter(connection -> connection.otherRole() == ConnectionRole.COST)
                .map(Connection::other)
                .map(Actual.Id::new)
                .toList();
        return joined(ActualItem.findAll(office, costs), unbilledSales);
    }

    /** What confirming wrote for the details, if it did. */
    private List<Actual> billed(List<InvoiceLineDetail> details) {
        return ActualItem.findAll(
                office,
                details.stream()
                        .map(InvoiceLineDetail::id)
                        .flatMap(detail -> Stream.of(Actual.Id.billedSalesOf(detail), Actual.Id.reversalFor(detail)))
                        .toList());
    }

    private static List<Actual.Id> ids(List<Actual> actuals) {
        return actuals.stream().map(Actual::id).toList();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
