package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.CONSULTING;
import static dev.fattura.support.OfficeExamples.FEBRUARY_2;
import static dev.fattura.support.OfficeExamples.GBP;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.JANUARY_5;
import static dev.fattura.support.OfficeExamples.ORDER;
import static dev.fattura.support.OfficeExamples.remembered;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Retainer;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.store.ActualItem;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.ArrayList;
import java.util.List;

/** What people do with retainers and corrective invoices, in the fewest words. */
final class Corrections {

    static final Invoice.Id SECOND = new Invoice.Id("INV-1002");
    static final Invoice.Id THIRD = new Invoice.Id("INV-1003");
    static final Retainer.Id R1 = new Retainer.Id("R1");

    private Corrections() {}

    static Money gbp(long major) {
        return new Money(major * 100, GBP);
    }

    static RetainerRequest retainer(String id, long major, boolean ready) {
        return new RetainerRequest(
                ORDER, new Retainer.Id(id), CONSULTING, null, "Retainer " + id, gbp(major), JANUARY_5, ready);
    }

    static Retainer recorded(InMemoryTable office, String id, long major) {
        return new RecordRetainer(office).record(retainer(id, major, true), remembered("retainer " + id));
    }

    static Invoice draft(InMemoryTable office, String invoice) {
        return new DraftInvoice(office)
                .draft(OfficeExamples.fromBacklog(invoice, JANUARY_31), remembered("draft " + invoice));
    }

    static Invoice draft(InMemoryTable office, String invoice, DraftRequest.GivenLine... lines) {
        return new DraftInvoice(office)
                .draft(
                        new DraftRequest(new Invoice.Id(invoice), ORDER, JANUARY_31, null, List.of(lines)),
                        remembered("draft " + invoice));
    }

    static Invoice confirm(InMemoryTable office, Invoice.Id invoice) {
        long version = InvoiceItem.find(office, invoice).orElseThrow().version();
        return new ConfirmInvoice(office).confirm(invoice, version, FEBRUARY_2, remembered("confirm " + invoice));
    }

    static ReviseRequest all(Invoice.Id original, String invoice) {
        return new ReviseRequest(original, new Invoice.Id(invoice), FEBRUARY_2, null, List.of());
    }

    static Invoice revise(InMemoryTable office, ReviseRequest request) {
        return new ReviseInvoice(office).revise(request, remembered("revise " + request.invoice() + request.addTo()));
    }

    static ReviseRequest.Chosen chosen(Actual billedSales, String quantity, String price) {
        return new ReviseRequest.Chosen(
                billedSales.id().value(),
                quantity == null ? null : Quantity.of(quantity),
                price == null ? null : Price.of(price, GBP),
                null);
    }

    /** The billed sales of an invoice that are no reversals, of that class. */
    static Actual billedSales(InMemoryTable office, Invoice.Id invoice, TransactionClass transactionClass) {
        return actuals(office).stream()
                .filter(actual -> actual.type() == TransactionType.BILLED_SALES)
                .filter(actual -> actual.adjustmentStatus() == AdjustmentStatus.NORMAL)
                .filter(actual -> invoice.equals(actual.invoice()))
                .filter(actual -> actual.transactionClass() == transactionClass)
                .findFirst()
                .orElseThrow();
    }

    static List<Actual> actuals(InMemoryTable office) {
        return office.contents().values().stream()
                .filter(item -> item.kind().equals(ActualItem.KIND))
                .map(ActualItem::decode)
                .toList();
    }

    /** {@code class amount} of every actual of that type that an invoice wrote, in order. */
    static List<String> written(InMemoryTable office, Invoice.Id invoice, TransactionType type) {
        return actuals(office).stream()
                .filter(actual -> invoice.equals(actual.invoice()) && actual.type() == type)
                .map(actual ->
                        actual.transactionClass().code() + " " + actual.amount().decimalText())
                .sorted()
                .toList();
    }

    static List<InvoiceLineDetail> details(InMemoryTable office, Invoice.Id invoice) {
        Invoice header = InvoiceItem.find(office, invoice).orElseThrow();
        List<InvoiceLineDetail> details = new ArrayList<>();
        DetailPages.each(office, header, details::addAll);
        return details;
    }

    static List<BacklogEntry> deductions(InMemoryTable office) {
        return BacklogItem.deductions(office, ORDER, "US-027", null, 100).entries();
    }
}
