package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.TransactionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A line detail that is being confirmed: it makes the actuals of it, which share its class, dates, dimensions and invoice.
 *
 * @param accountingDate of the confirmation
 * @param shards of the invoice
 */
record ConfirmedLine(InvoiceLineDetail detail, LocalDate accountingDate, int shards) {

    Actual billedSales(
            ActualPart part,
            AdjustmentStatus status,
            InvoiceLineDetail.Backing values,
            List<Connection> connections,
            List<Origin> origins) {
        return actual(part, TransactionType.BILLED_SALES, status, values, false, connections, origins);
    }

    /** Unbilled sales that cross to finance. */
    Actual unbilledSales(
            ActualPart part, InvoiceLineDetail.Backing values, List<Connection> connections, List<Origin> origins) {
        return actual(
                part, TransactionType.UNBILLED_SALES, AdjustmentStatus.NORMAL, values, false, connections, origins);
    }

    /**
     * Unbilled sales that take back an adjusted original, and cross: finance has posted the original and will get its replacement, so
     * without this it would hold both (2.1).
     */
    Actual adjusted(InvoiceLineDetail.Backing original, UUID of) {
        return actual(
                ActualPart.REVERSAL,
                TransactionType.UNBILLED_SALES,
                AdjustmentStatus.UNADJUSTABLE,
                original.negated(),
                false,
                reversing(of),
                detail.origins());
    }

    /** Unbilled sales that finance sets to fully invoiced by itself, because billed sales of this confirmation bill them. */
    Actual closed(ActualPart part, InvoiceLineDetail.Backing values, UUID of) {
        return skipped(part, AdjustmentStatus.UNADJUSTABLE, values.negated(), reversing(of), detail.origins());
    }

    /** Billed sales of those unbilled sales. */
    Actual billed(ActualPart part, InvoiceLineDetail.Backing values, UUID unbilledSales) {
        return billedSales(
                part,
                AdjustmentStatus.NORMAL,
                values,
                List.of(new Connection(ConnectionRole.BILLED_SALES, unbilledSales, ConnectionRole.UNBILLED_SALES)),
                origins());
    }

    /** Unbilled sales that stay in the office: what finance sets to fully invoiced or keeps on account by itself (2.1). */
    Actual skipped(
            ActualPart part,
            AdjustmentStatus status,
            InvoiceLineDetail.Backing values,
            List<Connection> connections,
            List<Origin> origins) {
        return actual(part, TransactionType.UNBILLED_SALES, status, values, true, connections, origins);
    }

    /** The invoice, its line and the line detail, before what the detail itself came from. */
    List<Origin> origins() {
        String invoice = detail.invoice().value();
        List<Origin> origins = new ArrayList<>();
        origins.add(new Origin(OriginType.INVOICE, invoice));
        origins.add(new Origin(
                OriginType.INVOICE_LINE, invoice + "/" + detail.dimensions().line()));
        origins.add(new Origin(OriginType.INVOICE_LINE_DETAIL, detail.id().toString()));
        origins.addAll(detail.origins());
        return origins;
    }

    /** Where something that it leaves stands in the billing backlog. */
    BacklogEntry backlogEntry(Billable billable) {
        return new BacklogEntry(
                detail.dimensions().contract(), detail.dimensions().customer(), detail.transactionDate(), billable);
    }

    static List<Connection> reversing(UUID original) {
        return List.of(new Connection(ConnectionRole.REVERSING, original, ConnectionRole.ORIGINAL));
    }

    static List<Connection> replacing(UUID original) {
        return List.of(new Connection(ConnectionRole.REPLACING, original, ConnectionRole.ORIGINAL));
    }

    private Actual actual(
            ActualPart part,
            TransactionType type,
            AdjustmentStatus status,
            InvoiceLineDetail.Backing values,
            boolean skipSync,
            List<Connection> connections,
            List<Origin> origins) {
        return new Actual(
                Actual.Id.of(part, detail.id()),
                type,
                detail.transactionClass(),
                values.billingType(),
                status,
                values.quantity(),
                values.price(),
                values.amount(),
                detail.transactionDate(),
                accountingDate,
                detail.dimensions(),
                detail.invoice(),
                shards,
                skipSync,
                connections,
                origins);
    }
}
