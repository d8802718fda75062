package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Limit;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A transaction of a batch and the actuals that it becomes.
 *
 * @param place of its actuals
 * @param actuals at least one
 * @param status of its unbilled sales in the billing backlog
 * @param limits that each of its chargeable unbilled sales counts for
 */
record ApprovalPlan(
        String transaction,
        String pointer,
        ApprovedPlace place,
        List<Actual> actuals,
        BacklogStatus status,
        Map<Actual.Id, List<Limit>> limits) {

    /** The ids of all actuals that say whether and how the transaction was approved, or cancelled. */
    Stream<Actual.Id> possible() {
        return Stream.concat(Stream.of(cancelled()), place.possible().stream());
    }

    /** Whether anything is there of the transaction, which must be what it becomes now, also when it would become fewer actuals. */
    boolean requireSame(Map<Actual.Id, Actual> existing) {
        if (existing.containsKey(cancelled())) {
            throw new Refused(
                    RefusalCode.APPROVAL_CANCELLED, "The approval of " + transaction + " was cancelled.", pointer);
        }
        if (place.possible().stream().noneMatch(existing::containsKey)) {
            return false;
        }
        if (!isThere(existing)) {
            throw new Refused(
                    RefusalCode.ALREADY_APPROVED,
                    "Transaction " + transaction + " is approved with other content.",
                    pointer);
        }
        return true;
    }

    /** Whether what is there of the transaction is what it becomes now. */
    boolean isThere(Map<Actual.Id, Actual> existing) {
        List<Actual> there = place.possible().stream()
                .flatMap(id -> Stream.ofNullable(existing.get(id)))
                .toList();
        return there.size() == actuals.size() && there.containsAll(actuals);
    }

    /** The reversal of the first of its actuals: a cancellation reverses all of them together. */
    private Actual.Id cancelled() {
        return Actual.Id.cancellationOf(actuals.get(0).id());
    }

    Company.Id company() {
        return actuals.get(0).dimensions().company();
    }

    List<Actual> unbilledSales() {
        return actuals.stream()
                .filter(actual -> actual.type() == TransactionType.UNBILLED_SALES)
                .toList();
    }

    /** The entry of an unbilled sales actual in the billing backlog. */
    static BacklogEntry entry(Actual unbilledSales) {
        return new BacklogEntry(
                unbilledSales.dimensions().contract(),
                unbilledSales.dimensions().customer(),
                unbilledSales.transactionDate(),
                Billable.unbilledSales(
                        unbilledSales.id(), unbilledSales.dimensions().line()));
    }

    Approval.Entry entry() {
        List<Actual.Id> unbilled = unbilledSales().stream().map(Actual::id).toList();
        return new Approval.Entry(
                transaction,
                actuals.stream().anyMatch(actual -> actual.type() == TransactionType.COST) ? place.cost() : null,
                unbilled.isEmpty() ? null : unbilled.get(0),
                unbilled.stream().skip(1).toList());
    }
}
