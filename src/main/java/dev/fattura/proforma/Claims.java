package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.Condition;
import dev.fattura.store.Key;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which invoice has what may be billed: the claim of a billable and the line detail that is about it come and go together, as long as
 * the invoice is not deleted.
 */
final class Claims {

    private Claims() {}

    /** The invoices that hold what the details bill, by the id of the billable. */
    static Map<UUID, Invoice.Id> holders(Table office, List<InvoiceLineDetail> details) {
        return ClaimItem.holders(
                office, details.stream().map(InvoiceLineDetail::billable).toList());
    }

    /** Those that an invoice can have: no other has them, and what stands in the backlog of them is ready. */
    static List<InvoiceLineDetail> open(Table office, List<InvoiceLineDetail> details) {
        Map<UUID, Invoice.Id> holders = holders(office, details);
        Map<UUID, BacklogEntry> waiting = waiting(office, details);
        return details.stream()
                .filter(detail -> !holders.containsKey(detail.billable().id()))
                .filter(detail -> backlogEntry(detail).isEmpty()
                        || Optional.ofNullable(waiting.get(detail.billable().id()))
                                .filter(BacklogEntry::ready)
                                .isPresent())
                .toList();
    }

    /** What the details bill and stands in the backlog, as it is there now, by the id of the billable. */
    static Map<UUID, BacklogEntry> waiting(Table office, List<InvoiceLineDetail> details) {
        List<BacklogEntry> places = details.stream()
                .flatMap(detail -> backlogEntry(detail).stream())
                .toList();
        Map<UUID, BacklogEntry> waiting = new HashMap<>();
        BacklogItem.findAll(office, places)
                .forEach(entry -> waiting.put(entry.billable().id(), entry));
        return waiting;
    }

    /** Those that the invoice still has: of a deleted one some may be given back already. */
    static List<InvoiceLineDetail> held(Table office, Invoice invoice, List<InvoiceLineDetail> details) {
        Map<UUID, Invoice.Id> holders = holders(office, details);
        return details.stream()
                .filter(detail ->
                        invoice.id().equals(holders.get(detail.billable().id())))
                .toList();
    }

    /** The writes by which an invoice gets what a detail is about, while nobody has it; it leaves the backlog with them, where it was ready. */
    static List<Write> take(InvoiceLineDetail detail, Invoice.Id invoice) {
        List<Write> writes = new ArrayList<>(List.of(ClaimItem.claim(detail.billable(), invoice)));
        backlogEntry(detail).ifPresent(entry -> writes.add(BacklogItem.take(entry)));
        closedBalance(detail).ifPresent(entry -> {
            writes.add(ClaimItem.claim(entry.billable(), invoice));
            writes.add(BacklogItem.take(entry));
        });
        return writes;
    }

    /** The writes by which an invoice gives it back: at no moment is it neither on an invoice nor in the backlog. */
    static List<Write> giveBack(InvoiceLineDetail detail, Invoice.Id invoice) {
        List<Write> writes = new ArrayList<>(List.of(ClaimItem.release(detail.billable(), invoice)));
        backlogEntry(detail).ifPresent(entry -> writes.add(Write.put(BacklogItem.encode(entry), Condition.NONE)));
        closedBalance(detail).ifPresent(entry -> {
            writes.add(ClaimItem.release(entry.billable(), invoice));
            writes.add(Write.put(BacklogItem.encode(entry), Condition.NONE));
        });
        return writes;
    }

    /** What {@link #take} and {@link #giveBack} write. */
    static Stream<Key> touched(InvoiceLineDetail detail) {
        return Stream.concat(
                Stream.of(ClaimItem.key(detail.billable())),
                Stream.concat(
                        backlogEntry(detail).stream().map(BacklogItem::key),
                        closedBalance(detail).stream()
                                .flatMap(entry -> Stream.of(ClaimItem.key(entry.billable()), BacklogItem.key(entry)))));
    }

    /** Where the billable of a detail stands in the billing backlog while it is on no invoice; billed sales never do. */
    static Optional<BacklogEntry> backlogEntry(InvoiceLineDetail detail) {
        Billable billable = detail.billable();
        return switch (billable.kind()) {
            case UNBILLED_SALES, MILESTONE, PRODUCT, RETAINER, DEDUCTION -> Optional.of(entry(detail, billable));
            // What is not refunded is there to be applied again.
            case REFUND ->
                Optional.of(entry(detail, Billable.deduction(new Actual.Id(billable.id()), billable.line())));
            case ENTERED, ENTERED_ON_FIXED_PRICE, BILLED_SALES, REVISION -> Optional.empty();
        };
    }

    /** The open balance that crediting a retainer closes: nobody may apply it meanwhile. */
    static Optional<BacklogEntry> closedBalance(InvoiceLineDetail detail) {
        InvoiceLineDetail.Original original = detail.original();
        return original != null && original.billable().kind() == Billable.Kind.RETAINER
                ? Optional.of(entry(detail, CorrectionDecider.openBalance(original)))
                : Optional.empty();
    }

    private static BacklogEntry entry(InvoiceLineDetail detail, Billable billable) {
        return new BacklogEntry(
                detail.dimensions().contract(), detail.dimensions().customer(), detail.transactionDate(), billable);
    }
}
