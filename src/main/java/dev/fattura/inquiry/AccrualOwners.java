package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which invoice bills unbilled sales, and when what was accrued for them was or will be reversed. */
final class AccrualOwners {

    /** Unbilled sales that confirming writes and bills at once; what it writes for the backlog is billed by whoever takes it. */
    private static final List<ActualPart> BILLED_AT_ONCE =
            List.of(ActualPart.REPLACEMENT, ActualPart.REMAINDER, ActualPart.ENTERED);

    private final Table office;
    private final Table finance;

    AccrualOwners(Table office, Table finance) {
        this.office = office;
        this.finance = finance;
    }

    /**
     * How an accrual ends.
     *
     * @param invoice that bills the unbilled sales
     * @param reversedOn the accounting date of the reversal; null while there is none
     */
    record Course(Invoice.Id invoice, @Nullable LocalDate reversedOn) {}

    /** Those of the unbilled sales that an invoice has, also a draft. */
    Map<Actual.Id, Course> of(List<JournalLine> accruals) {
        Map<Billable, Invoice.Id> claims = claims(accruals);
        Map<Actual.Id, Invoice.Id> owners = new HashMap<>();
        claims.forEach((billable, invoice) -> owners.put(new Actual.Id(billable.id()), invoice));
        ActualItem.findAll(office, accruals.stream().map(JournalLine::actual).toList())
                .forEach(actual -> billedAtOnce(actual).ifPresent(invoice -> owners.put(actual.id(), invoice)));
        Map<Invoice.Id, LocalDate> posted = posted(owners);
        Map<Actual.Id, LocalDate> takenBack = takenBack(claims);
        Map<Actual.Id, Course> courses = new HashMap<>();
        owners.forEach((unbilled, invoice) -> courses.put(
                unbilled,
                new Course(invoice, takenBack.containsKey(unbilled) ? takenBack.get(unbilled) : posted.get(invoice))));
        return courses;
    }

    private Map<Billable, Invoice.Id> claims(List<JournalLine> accruals) {
        List<Billable> billables = accruals.stream()
                .map(line ->
                        Billable.unbilledSales(line.actual(), line.dimensions().line()))
                .toList();
        Map<UUID, Invoice.Id> holders = ClaimItem.holders(office, billables);
        Map<Billable, Invoice.Id> claims = new HashMap<>();
        for (Billable billable : billables) {
            Invoice.Id holder = holders.get(billable.id());
            if (holder != null) {
                claims.put(billable, holder);
            }
        }
        return claims;
    }

    private static Optional<Invoice.Id> billedAtOnce(Actual actual) {
        return Optional.ofNullable(actual.invoice()).filter(invoice -> actual.origins().stream()
                .filter(origin -> origin.type() == OriginType.INVOICE_LINE_DETAIL)
                .map(origin -> new InvoiceLineDetail.Id(UUID.fromString(origin.id())))
                .anyMatch(detail -> BILLED_AT_ONCE.stream()
                        .anyMatch(part -> Actual.Id.of(part, detail).equals(actual.id()))));
    }

    private Map<Invoice.Id, LocalDate> posted(Map<Actual.Id, Invoice.Id> owners) {
        Map<Invoice.Id, LocalDate> posted = new HashMap<>();
        Set<Invoice.Id> invoices = new HashSet<>(owners.values());
        for (Proposal proposal : ProposalItem.findAll(finance, List.copyOf(invoices))) {
            if (proposal.status() == ProposalStatus.POSTED && proposal.customerInvoice() != null) {
                posted.put(proposal.id(), proposal.customerInvoice().date());
            }
        }
        return posted;
    }

    /** Where the line was edited, a journal takes back what was accrued, and not the invoice (domain.md 2.3). */
    private Map<Actual.Id, LocalDate> takenBack(Map<Billable, Invoice.Id> claims) {
        Map<Actual.Id, Actual.Id> reversals = new HashMap<>();
        claims.forEach((billable, invoice) -> reversals.put(
                Actual.Id.reversalFor(InvoiceLineDetail.Id.of(invoice, billable)), new Actual.Id(billable.id())));
        List<Actual.Id> ids = List.copyOf(reversals.keySet());
        Set<Actual.Id> postings = new HashSet<>();
        PostingItem.findAll(finance, ids).forEach(posting -> postings.add(posting.actual()));
        Map<Actual.Id, LocalDate> takenBack = new HashMap<>();
        JournalLineItem.findAll(finance, ids).stream()
                .filter(line -> postings.contains(line.actual()))
                .forEach(line -> {
                    Actual.Id unbilled = reversals.get(line.actual());
                    if (unbilled != null) {
                        takenBack.put(unbilled, line.accountingDate());
                    }
                });
        return takenBack;
    }
}
