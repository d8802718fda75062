package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The billing and the adjustment status of an actual (domain.md 1.11, 1.13, 2.2 to 2.15). An actual is never rewritten, so what
 * Dataverse updates on it follows here from what was written since; and where that is, from the ids.
 */
final class ActualStatusDecider {

    private ActualStatusDecider() {}

    static ActualStatus status(Actual actual, StatusFacts facts) {
        AdjustmentStatus adjustment = adjustment(actual, facts);
        return new ActualStatus(
                switch (actual.type()) {
                    case COST -> null;
                    case BILLED_SALES -> step(facts.writer());
                    case UNBILLED_SALES -> unbilled(actual, facts, adjustment);
                },
                adjustment);
    }

    /** As what an invoice can bill, apply or correct it; empty where none can. */
    static Optional<Billable> billable(Actual actual) {
        if (takesBack(actual)) {
            return Optional.empty();
        }
        ContractLine.Id line = actual.dimensions().line();
        return switch (actual.type()) {
            case COST -> Optional.empty();
            case BILLED_SALES -> Optional.of(Billable.billedSales(actual.id(), line));
            case UNBILLED_SALES -> {
                if (isBalance(actual)) {
                    yield Optional.of(Billable.deduction(actual.id(), line));
                }
                yield billedAtOnce(actual) ? Optional.empty() : Optional.of(Billable.unbilledSales(actual.id(), line));
            }
        };
    }

    /** What took it back if its approval was cancelled (2.14); empty where none made it. */
    static Optional<Actual.Id> cancellation(Actual actual) {
        return actual.invoice() == null && !takesBack(actual)
                ? Optional.of(Actual.Id.cancellationOf(actual.id()))
                : Optional.empty();
    }

    /**
     * What replaced it, or what it takes back, if the line that billed that was edited (2.3).
     *
     * @param holder the invoice that bills it, or null
     */
    static Optional<Actual.Id> replacement(Actual actual, Invoice.@Nullable Id holder) {
        Invoice.Id invoice = takesBack(actual) ? actual.invoice() : holder;
        if (invoice == null || actual.type() != TransactionType.UNBILLED_SALES || isBalance(actual)) {
            return Optional.empty();
        }
        Optional<Actual.Id> billed = takesBack(actual) ? actual.reverses() : Optional.of(actual.id());
        return billed.map(id -> Billable.unbilledSales(id, actual.dimensions().line()))
                .map(billable -> Actual.Id.of(ActualPart.REPLACEMENT, InvoiceLineDetail.Id.of(invoice, billable)));
    }

    private static AdjustmentStatus adjustment(Actual actual, StatusFacts facts) {
        if (takesBack(actual)) {
            return actual.adjustmentStatus();
        }
        // Corrected billed sales are adjusted however little changed, billed unbilled sales only where their line was
        // edited.
        boolean changed = actual.type() == TransactionType.BILLED_SALES || facts.replaced();
        return facts.cancelled() || (isConfirmed(facts.holder()) && changed)
                ? AdjustmentStatus.ADJUSTED
                : actual.adjustmentStatus();
    }

    private static @Nullable BillingStatus unbilled(Actual actual, StatusFacts facts, AdjustmentStatus adjustment) {
        if (takesBack(actual)) {
            return facts.replaced() ? null : step(facts.writer());
        }
        if (adjustment == AdjustmentStatus.ADJUSTED) {
            return null;
        }
        if (billable(actual).isEmpty()) {
            return step(facts.writer());
        }
        // What a deleted draft has not given back yet was ready when the draft took it, and will be again.
        InvoiceStatus holder = facts.holder();
        if (holder != null && holder != InvoiceStatus.DELETED) {
            return step(holder);
        }
        boolean ready =
                holder != null || (facts.waiting() != null && facts.waiting().ready());
        return ready && !isBalance(actual) ? BillingStatus.READY_TO_INVOICE : BillingStatus.UNBILLED_SALES_CREATED;
    }

    private static @Nullable BillingStatus step(@Nullable InvoiceStatus invoice) {
        if (invoice == null) {
            return null;
        }
        return isConfirmed(invoice) ? BillingStatus.CUSTOMER_INVOICE_POSTED : BillingStatus.CUSTOMER_INVOICE_CREATED;
    }

    private static boolean isConfirmed(@Nullable InvoiceStatus invoice) {
        return invoice == InvoiceStatus.CONFIRMED || invoice == InvoiceStatus.POSTED;
    }

    private static boolean takesBack(Actual actual) {
        return actual.adjustmentStatus() == AdjustmentStatus.UNADJUSTABLE;
    }

    /** Unbilled sales of class retainer are open balances (2.8). */
    private static boolean isBalance(Actual actual) {
        return actual.transactionClass() == TransactionClass.RETAINER;
    }

    /** Whether the confirmation that wrote these unbilled sales billed them as well: all but what a correction returned (2.15). */
    private static boolean billedAtOnce(Actual actual) {
        return actual.invoice() != null
                && actual.origins().stream()
                        .filter(origin -> origin.type() == OriginType.INVOICE_LINE_DETAIL)
                        .findFirst()
                        .map(origin -> new InvoiceLineDetail.Id(UUID.fromString(origin.id())))
                        .filter(own -> Actual.Id.of(ActualPart.RETURNED, own).equals(actual.id()))
                        .isEmpty();
    }
}
