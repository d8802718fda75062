package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.Deed;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionType;
import dev.fattura.store.AccountingDetailItem;
import dev.fattura.store.ApprovedTransactionItem;
import dev.fattura.store.DeedItem;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.Office;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads, for a page of an invoice's line details, every fact from the approval to the write-back, on both sides. */
final class LineageInquiry {

    private final Table office;
    private final Table finance;
    private final ActualsBehind behind;
    private final InvoiceInquiry invoices;

    LineageInquiry(Office office, Finance finance) {
        this.office = office.table();
        this.finance = finance.table();
        this.behind = new ActualsBehind(office.table());
        this.invoices = new InvoiceInquiry(office);
    }

    /** A page of the lineage, and where the next one begins. */
    record Page(Lineage lineage, List<Deed> deeds, Listing<InvoiceLineDetail> details) {}

    /** @throws dev.fattura.ledger.Refused if there is no such invoice */
    Page read(Invoice.Id id, PageRequest page) {
        Invoice invoice = invoices.find(id);
        Listing<InvoiceLineDetail> listing = invoices.details(invoice, page);
        List<InvoiceLineDetail> details = listing.entries();
        List<Actual> worked = behind.worked(details);
        // What was billed by another invoice has its finance facts in the lineage of that one.
        List<Actual.Id> workedIds = ids(worked.stream()
                .filter(actual -> actual.type() != TransactionType.BILLED_SALES)
                .toList());
        List<Actual> billed = behind.written(details);
        List<Actual.Id> billedIds = ids(billed);
        // What crosses as unbilled sales has its row, journal line and posting where those of approved work have
        // theirs.
        List<Actual.Id> journaledIds = joined(workedIds, billedIds);
        List<Actual> credits = behind.credits(billed);
        List<Actual> elsewhere = joined(behind.replaced(worked), credits);
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
                behind.others(invoice, joined(worked, elsewhere)),
                ActualsBehind.distinct(joined(joined(worked, billed), elsewhere)),
                joined(StagedActualItem.findAll(finance, journaledIds), billedRows),
                JournalLineItem.findAll(finance, journaledIds),
                PostingItem.findAll(finance, journaledIds),
                proposal,
                proposalLines,
                proposalPostings,
                AccountingDetailItem.findAll(office, joined(workedIds, billedIds)));
        return new Page(lineage, deeds(lineage), listing);
    }

    /** Who approved what it bills, drafted, changed, confirmed and posted it; of transactions and journals those of the page. */
    private List<Deed> deeds(Lineage lineage) {
        Invoice.Id id = lineage.invoice().id();
        List<Deed> deeds = new ArrayList<>(ApprovedTransactionItem.deeds(office, approved(lineage)));
        deeds.addAll(DeedItem.of(office, InvoiceItem.key(id)));
        deeds.addAll(DeedItem.of(finance, ProposalItem.key(id)));
        lineage.journalLines().stream()
                .map(JournalLine::journal)
                .distinct()
                .forEach(journal -> deeds.addAll(DeedItem.of(finance, JournalItem.key(journal))));
        return deeds;
    }

    private static Map<String, ApprovedPlace> approved(Lineage lineage) {
        Map<String, ApprovedPlace> approved = new LinkedHashMap<>();
        lineage.actuals().stream()
                .filter(actual -> actual.invoice() == null)
                .forEach(actual -> OfficeFacts.transactions(actual)
                        .forEach(transaction -> approved.putIfAbsent(transaction, ApprovedPlace.of(actual.id()))));
        return approved;
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
