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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who ends what was accrued for unbilled sales, the posting of an invoice or a journal, and when. */
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
     * @param byJournal whether a journal takes it back, and not the posting of an invoice
     * @param reversedOn the accounting date of the reversal; null while there is none
     */
    record Course(boolean byJournal, @Nullable LocalDate reversedOn) {}

    /** Those of the unbilled sales that are not in the backlog: an invoice has them, also a draft, or their approval was cancelled. */
    Map<Actual.Id, Course> of(List<JournalLine> accruals) {
        List<Actual.Id> unbilled = accruals.stream().map(JournalLine::actual).toList();
        Map<Billable, Invoice.Id> claims = claims(accruals);
        Map<Actual.Id, Invoice.Id> owners = owners(claims, unbilled);
        Map<Actual.Id, LocalDate> posted = posted(owners);
        Map<Actual.Id, Course> courses = new HashMap<>();
        owners.keySet().forEach(id -> courses.put(id, new Course(false, posted.get(id))));
        courses.putAll(takenBack(reversals(claims, unbilled)));
        return courses;
    }

    private Map<Actual.Id, Invoice.Id> owners(Map<Billable, Invoice.Id> claims, List<Actual.Id> unbilled) {
        Map<Actual.Id, Invoice.Id> owners = new HashMap<>();
        claims.forEach((billable, invoice) -> owners.put(new Actual.Id(billable.id()), invoice));
        ActualItem.findAll(office, unbilled)
                .forEach(actual -> billedAtOnce(actual).ifPresent(invoice -> owners.put(actual.id(), invoice)));
        return owners;
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

    /** When the invoices were posted, by what they bill. */
    private Map<Actual.Id, LocalDate> posted(Map<Actual.Id, Invoice.Id> owners) {
        Map<Invoice.Id, LocalDate> dates = new HashMap<>();
        Set<Invoice.Id> invoices = new HashSet<>(owners.values());
        for (Proposal proposal : ProposalItem.findAll(finance, List.copyOf(invoices))) {
            if (proposal.status() == ProposalStatus.POSTED && proposal.customerInvoice() != null) {
                dates.put(proposal.id(), proposal.customerInvoice().date());
            }
        }
        Map<Actual.Id, LocalDate> posted = new HashMap<>();
        owners.forEach((id, invoice) -> {
            LocalDate date = dates.get(invoice);
            if (date != null) {
                posted.put(id, date);
            }
        });
        return posted;
    }

    /** The reversals that would take the unbilled sales back, by their ids: of a cancelled approval, and of an edited line (2.3). */
    private static Map<Actual.Id, Actual.Id> reversals(Map<Billable, Invoice.Id> claims, List<Actual.Id> unbilled) {
        Map<Actual.Id, Actual.Id> reversals = new HashMap<>();
        unbilled.forEach(id -> reversals.put(Actual.Id.cancellationOf(id), id));
        claims.forEach((billable, invoice) -> reversals.put(
                Actual.Id.reversalFor(InvoiceLineDetail.Id.of(invoice, billable)), new Actual.Id(billable.id())));
        return reversals;
    }

    /** Of those reversals that are there and cross to journals, how far they are. */
    private Map<Actual.Id, Course> takenBack(Map<Actual.Id, Actual.Id> reversals) {
        List<Actual.Id> crossing = ActualItem.findAll(office, List.copyOf(reversals.keySet())).stream()
                .filter(actual -> !actual.skipSync())
                .map(Actual::id)
                .toList();
        Set<Actual.Id> postings = new HashSet<>();
        PostingItem.findAll(finance, crossing).forEach(posting -> postings.add(posting.actual()));
        Map<Actual.Id, Course> courses = new HashMap<>();
        crossing.forEach(id -> courses.put(Objects.requireNonNull(reversals.get(id)), new Course(true, null)));
        JournalLineItem.findAll(finance, crossing).stream()
                .filter(line -> postings.contains(line.actual()))
                .forEach(line -> courses.put(
                        Objects.requireNonNull(reversals.get(line.actual())), new Course(true, line.accountingDate())));
        return courses;
    }
}
