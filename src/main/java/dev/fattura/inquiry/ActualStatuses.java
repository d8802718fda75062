package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.store.ActualItem;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the statuses of actuals follow from: of each at most an entry of the billing backlog, a claim, one later actual and two
 * headers, all of them by their keys, each kind for all actuals together.
 */
final class ActualStatuses {

    private final Table office;

    ActualStatuses(Table office) {
        this.office = office;
    }

    /** The statuses of those actuals, by their ids. */
    Map<Actual.Id, ActualStatus> of(List<Actual> actuals) {
        // In this order: what a draft takes between the two is found with the draft.
        Map<UUID, BacklogEntry> waiting = waiting(actuals);
        Map<UUID, Invoice.Id> holders = ClaimItem.holders(office, billables(actuals));
        Set<Actual.Id> later = later(actuals, waiting, holders);
        Map<Invoice.Id, InvoiceStatus> invoices = invoices(actuals, holders);
        Map<Actual.Id, ActualStatus> statuses = new HashMap<>();
        for (Actual actual : actuals) {
            Invoice.Id holder = holders.get(actual.id().value());
            StatusFacts facts = new StatusFacts(
                    waiting.get(actual.id().value()),
                    status(invoices, holder),
                    status(invoices, actual.invoice()),
                    ActualStatusDecider.cancellation(actual)
                            .filter(later::contains)
                            .isPresent(),
                    ActualStatusDecider.replacement(actual, holder)
                            .filter(later::contains)
                            .isPresent());
            statuses.put(actual.id(), ActualStatusDecider.status(actual, facts));
        }
        return statuses;
    }

    private static List<Billable> billables(List<Actual> actuals) {
        return actuals.stream()
                .flatMap(actual -> ActualStatusDecider.billable(actual).stream())
                .toList();
    }

    private Map<UUID, BacklogEntry> waiting(List<Actual> actuals) {
        List<BacklogEntry> places =
                actuals.stream().flatMap(actual -> place(actual).stream()).toList();
        return BacklogItem.findAll(office, places).stream()
                .collect(Collectors.toMap(entry -> entry.billable().id(), Function.identity()));
    }

    /** Where it stands in the billing backlog while it is on no invoice; billed sales never do. */
    private static Optional<BacklogEntry> place(Actual actual) {
        return ActualStatusDecider.billable(actual)
                .filter(billable -> billable.kind() != Billable.Kind.BILLED_SALES)
                .map(billable -> new BacklogEntry(
                        actual.dimensions().contract(),
                        actual.dimensions().customer(),
                        actual.transactionDate(),
                        billable));
    }

    /** Which of the actuals that could have been written of these since are there; what waits or is on an invoice is not cancelled. */
    private Set<Actual.Id> later(List<Actual> actuals, Map<UUID, BacklogEntry> waiting, Map<UUID, Invoice.Id> holders) {
        Set<Actual.Id> possible = new HashSet<>();
        for (Actual actual : actuals) {
            UUID id = actual.id().value();
            if (!waiting.containsKey(id) && !holders.containsKey(id)) {
                ActualStatusDecider.cancellation(actual).ifPresent(possible::add);
            }
            ActualStatusDecider.replacement(actual, holders.get(id)).ifPresent(possible::add);
        }
        return ActualItem.findAll(office, List.copyOf(possible)).stream()
                .map(Actual::id)
                .collect(Collectors.toSet());
    }

    private Map<Invoice.Id, InvoiceStatus> invoices(List<Actual> actuals, Map<UUID, Invoice.Id> holders) {
        List<Invoice.Id> ids = Stream.concat(
                        holders.values().stream(), actuals.stream().map(Actual::invoice))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return InvoiceItem.findAll(office, ids).stream().collect(Collectors.toMap(Invoice::id, Invoice::status));
    }

    /** A claim is never without its header; if it were, nothing would be confirmed. */
    private static @Nullable InvoiceStatus status(
            Map<Invoice.Id, InvoiceStatus> invoices, Invoice.@Nullable Id invoice) {
        return invoice == null ? null : invoices.getOrDefault(invoice, InvoiceStatus.DRAFTING);
    }
}
