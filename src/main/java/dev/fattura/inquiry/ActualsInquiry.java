package dev.fattura.inquiry;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.AccountingDetailItem;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads actuals with how they stand now, and with what finance wrote back to them. */
final class ActualsInquiry {

    private final Table office;
    private final InvoiceInquiry invoices;
    private final ActualStatuses statuses;

    ActualsInquiry(Office office) {
        this.office = office.table();
        invoices = new InvoiceInquiry(office);
        statuses = new ActualStatuses(office.table());
    }

    /** An actual with its accounting detail, which is null until it is written back. */
    record Found(Actual actual, ActualStatus status, @Nullable AccountingDetail accounting) {}

    Found one(Actual.Id id) {
        return found(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.of("actual", id));
    }

    /** What confirming wrote for as many line details as the page has. */
    Listing<Found> ofInvoice(Invoice.Id id, PageRequest page) {
        Listing<InvoiceLineDetail> details = invoices.details(invoices.find(id), page);
        List<Actual.Id> ids = details.entries().stream()
                .flatMap(detail -> ActualPart.idsOf(detail).stream())
                .toList();
        return new Listing<>(found(ids), details.next());
    }

    /** What approving wrote: cost and unbilled sales of as many approved transactions as the page has. */
    Listing<Found> ofApproval(Approval.Id id, PageRequest page) {
        Approval approval = ApprovalItem.find(office, id).orElseThrow(() -> Missing.of("approval", id));
        Listing<Approval.Entry> entries = Listing.of(approval.entries(), page);
        List<Actual.Id> ids = entries.entries().stream()
                .flatMap(entry -> entry.actuals().stream())
                .toList();
        List<Found> found = found(ids);
        if (found.isEmpty() && !ids.isEmpty()) {
            // They are written before the approval: for this caller there are none, so there is no approval either.
            throw Missing.of("approval", id);
        }
        return new Listing<>(found, entries.next());
    }

    /** Those that are there, in the order of the ids. */
    private List<Found> found(List<Actual.Id> ids) {
        Map<Actual.Id, Actual> actuals =
                ActualItem.findAll(office, ids).stream().collect(Collectors.toMap(Actual::id, Function.identity()));
        Map<Actual.Id, AccountingDetail> accounting = AccountingDetailItem.findAll(office, ids).stream()
                .collect(Collectors.toMap(AccountingDetail::actual, Function.identity()));
        List<Actual> ordered =
                ids.stream().map(actuals::get).filter(Objects::nonNull).toList();
        Map<Actual.Id, ActualStatus> now = statuses.of(ordered);
        return ordered.stream()
                .map(actual ->
                        new Found(actual, Objects.requireNonNull(now.get(actual.id())), accounting.get(actual.id())))
                .toList();
    }
}
