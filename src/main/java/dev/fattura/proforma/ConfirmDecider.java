package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.TransactionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What confirming an invoice line detail writes (domain.md 2.1, 2.2, 2.5, 2.6, 2.7, 2.12, 2.16). */
final class ConfirmDecider {

    private ConfirmDecider() {}

    /**
     * What confirming one detail leads to.
     *
     * @param actuals that it writes
     * @param toBacklog what can be billed from now on: what a correction or a retainer leaves
     * @param released the billables whose claim by an earlier invoice ends, because that invoice has been corrected
     */
    record Facts(List<Actual> actuals, List<BacklogEntry> toBacklog, List<Released> released) {

        Facts {
            actuals = List.copyOf(actuals);
            toBacklog = List.copyOf(toBacklog);
            released = List.copyOf(released);
        }

        static Facts of(Actual... actuals) {
            return new Facts(List.of(actuals), List.of(), List.of());
        }

        ControlTotals addedTo(ControlTotals totals) {
            ControlTotals sum = totals;
            for (Actual actual : actuals) {
                sum = sum.plus(actual);
            }
            return sum;
        }
    }

    /** What an earlier invoice had billed and has no longer; it is in the backlog again. */
    record Released(Invoice.Id holder, BacklogEntry entry) {}

    /**
     * A billed sales actual of every detail, whatever its billing type, and where unbilled sales stand behind it their reversal.
     *
     * @param accountingDate of the confirmation
     * @param shards of the invoice
     */
    static Facts facts(InvoiceLineDetail detail, LocalDate accountingDate, int shards) {
        return switch (detail.billable().kind()) {
            case UNBILLED_SALES ->
                Facts.of(billedSales(detail, accountingDate, shards, true), reversal(detail, accountingDate, shards));
            case MILESTONE, PRODUCT -> Facts.of(billedSales(detail, accountingDate, shards, false));
            case RETAINER -> RetainerDecider.invoiced(new ConfirmedLine(detail, accountingDate, shards));
            case DEDUCTION, REFUND -> RetainerDecider.settled(new ConfirmedLine(detail, accountingDate, shards));
            case BILLED_SALES -> CorrectionDecider.corrected(new ConfirmedLine(detail, accountingDate, shards));
            case ENTERED, REVISION ->
                throw new IllegalArgumentException(
                        "No invoice has a " + detail.billable().kind().code());
        };
    }

    private static Actual billedSales(
            InvoiceLineDetail detail, LocalDate accountingDate, int shards, boolean ofUnbilledSales) {
        return new Actual(
                Actual.Id.billedSalesOf(detail.id()),
                TransactionType.BILLED_SALES,
                detail.transactionClass(),
                detail.billingType(),
                AdjustmentStatus.NORMAL,
                detail.quantity(),
                detail.price(),
                detail.amount(),
                detail.transactionDate(),
                accountingDate,
                detail.dimensions(),
                detail.invoice(),
                shards,
                false,
                ofUnbilledSales
                        ? connection(detail, ConnectionRole.BILLED_SALES, ConnectionRole.UNBILLED_SALES)
                        : List.of(),
                billedOrigins(detail));
    }

    /** Finance has posted the unbilled sales and sets them to fully invoiced, so their reversal must not cross (2.1). */
    private static Actual reversal(InvoiceLineDetail detail, LocalDate accountingDate, int shards) {
        return new Actual(
                Actual.Id.reversalFor(detail.id()),
                TransactionType.UNBILLED_SALES,
                detail.transactionClass(),
                detail.billingType(),
                AdjustmentStatus.UNADJUSTABLE,
                detail.quantity().negated(),
                detail.price(),
                detail.amount().negated(),
                detail.transactionDate(),
                accountingDate,
                detail.dimensions(),
                detail.invoice(),
                shards,
                true,
                connection(detail, ConnectionRole.REVERSING, ConnectionRole.ORIGINAL),
                detail.origins());
    }

    private static List<Connection> connection(InvoiceLineDetail detail, ConnectionRole role, ConnectionRole other) {
        return List.of(new Connection(role, detail.billable().id(), other));
    }

    private static List<Origin> billedOrigins(InvoiceLineDetail detail) {
        String invoice = detail.invoice().value();
        List<Origin> origins = new ArrayList<>();
        origins.add(new Origin(OriginType.INVOICE, invoice));
        origins.add(new Origin(
                OriginType.INVOICE_LINE, invoice + "/" + detail.dimensions().line()));
        origins.add(new Origin(OriginType.INVOICE_LINE_DETAIL, detail.id().toString()));
        origins.addAll(detail.origins());
        return origins;
    }
}
