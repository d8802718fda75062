package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.TransactionType;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Reads the actuals of the office behind and after some line details, also those of invoices that correct each other. */
final class ActualsBehind {

    private final Table office;

    ActualsBehind(Table office) {
        this.office = office;
    }

    /** The actuals that the details bill, apply or correct, and the cost behind them. */
    List<Actual> worked(List<InvoiceLineDetail> details) {
        List<Actual> behind = ActualItem.findAll(
                office,
                details.stream()
                        .filter(detail -> detail.backing() != null)
                        .map(detail -> new Actual.Id(detail.billable().id()))
                        .toList());
        List<Actual> worked = new ArrayList<>(ActualItem.findAll(office, connected(behind, ConnectionRole.COST)));
        worked.addAll(behind);
        return worked;
    }

    /** What confirming wrote for the details, if it did. */
    List<Actual> written(List<InvoiceLineDetail> details) {
        return ActualItem.findAll(
                office,
                details.stream()
                        .flatMap(detail -> ActualPart.idsOf(detail).stream())
                        .toList());
    }

    /** The billed sales or balances of earlier invoices that left behind what is billed now. */
    List<Actual> replaced(List<Actual> worked) {
        return ActualItem.findAll(office, connected(worked, ConnectionRole.ORIGINAL));
    }

    /** What later invoices took back of what this one billed. */
    List<Actual> credits(List<Actual> written) {
        List<Billable> billed = written.stream()
                .filter(actual -> actual.type() == TransactionType.BILLED_SALES)
                .map(actual ->
                        Billable.billedSales(actual.id(), actual.dimensions().line()))
                .toList();
        Map<UUID, Invoice.Id> correctives = ClaimItem.holders(office, billed);
        List<Actual.Id> credits = new ArrayList<>();
        for (Billable billable : billed) {
            Invoice.Id corrective = correctives.get(billable.id());
            if (corrective != null) {
                InvoiceLineDetail.Id detail = InvoiceLineDetail.Id.of(corrective, billable);
                credits.add(Actual.Id.of(ActualPart.BILLED_SALES_REVERSAL, detail));
            }
        }
        return ActualItem.findAll(office, credits);
    }

    List<Invoice> others(Invoice invoice, List<Actual> actuals) {
        Set<Invoice.Id> others = new LinkedHashSet<>(invoice.adjustments().corrects());
        actuals.stream().map(Actual::invoice).filter(Objects::nonNull).forEach(others::add);
        others.remove(invoice.id());
        return others.stream()
                .flatMap(other -> InvoiceItem.find(office, other).stream())
                .toList();
    }

    private static List<Actual.Id> connected(List<Actual> actuals, ConnectionRole otherRole) {
        return actuals.stream()
                .flatMap(actual -> actual.connections().stream())
                .filter(connection -> connection.otherRole() == otherRole)
                .map(Connection::other)
                .map(Actual.Id::new)
                .toList();
    }

    static List<Actual> distinct(List<Actual> actuals) {
        Map<Actual.Id, Actual> byId = new LinkedHashMap<>();
        actuals.forEach(actual -> byId.putIfAbsent(actual.id(), actual));
        return List.copyOf(byId.values());
    }
}
