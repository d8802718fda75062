package dev.fattura.runtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import java.util.List;

/** A proforma invoice as every answer shows it. */
public final class InvoiceJson {

    private InvoiceJson() {}

    public static ObjectNode of(Invoice invoice, List<InvoiceLineDetail> details) {
        ObjectNode json = Json.object()
                .put("invoice", invoice.id().value())
                .put("contract", invoice.contract().value())
                .put("company", invoice.company().value())
                .put("customer", invoice.customer())
                .put("currency", invoice.currency().code())
                .put("status", invoice.status().code())
                .put("version", invoice.version())
                .put("invoiceDate", invoice.invoiceDate().toString());
        Invoice.Confirmation confirmation = invoice.confirmation();
        if (confirmation != null) {
            json.put("accountingDate", confirmation.accountingDate().toString());
        }
        if (invoice.description() != null) {
            json.put("description", invoice.description());
        }
        if (!invoice.adjustments().corrects().isEmpty()) {
            json.put("hasCorrections", true);
            json.set("corrects", numbers(invoice.adjustments().corrects()));
        }
        json.set("total", Json.money(invoice.total()));
        json.put("lineCount", invoice.lines());
        json.set("lines", Json.array(details, InvoiceJson::detail));
        if (invoice.controlTotals() != null) {
            json.set("controlTotals", controlTotals(invoice.controlTotals()));
        }
        if (invoice.customerInvoice() != null) {
            json.set("customerInvoice", customerInvoice(invoice.customerInvoice()));
        }
        return json;
    }

    public static ObjectNode controlTotals(ControlTotals totals) {
        ObjectNode json = Json.object();
        json.set("billedSales", total(totals.billedSales()));
        json.set("unbilledSalesReversals", total(totals.unbilledSalesReversals()));
        json.set("unbilledSales", total(totals.unbilledSales()));
        json.set("charged", Json.money(totals.charged()));
        return json.put("billedSalesIds", totals.billedSalesIds().toString());
    }

    public static ObjectNode customerInvoice(CustomerInvoice invoice) {
        ObjectNode json = Json.object()
                .put("number", invoice.number())
                .put("kind", invoice.kind().code())
                .put("date", invoice.date().toString())
                .put("dueDate", invoice.dueDate().toString())
                .put("voucher", invoice.voucher());
        json.set("amount", Json.money(invoice.amount()));
        json.set("salesTax", Json.money(invoice.salesTax()));
        return json;
    }

    /** The numbers of invoices. */
    public static ArrayNode numbers(List<Invoice.Id> invoices) {
        ArrayNode numbers = Json.object().arrayNode();
        invoices.forEach(invoice -> numbers.add(invoice.value()));
        return numbers;
    }

    private static ObjectNode detail(InvoiceLineDetail detail) {
        ObjectNode json = Json.object()
                .put("detail", detail.id().toString())
                .put("class", detail.transactionClass().code())
                .put("billingType", detail.billingType().code())
                .put("line", detail.dimensions().line().value())
                .put("transactionDate", detail.transactionDate().toString())
                .put("quantity", detail.quantity().toString())
                .put("unit", detail.dimensions().unit());
        json.set("price", Json.price(detail.price()));
        json.set("amount", Json.money(detail.amount()));
        Billable billable = detail.billable();
        json.put(billable.kind().code(), billable.reference());
        InvoiceLineDetail.Original original = detail.original();
        if (original != null) {
            json.put("corrects", original.invoice().value())
                    .put("originalDetail", original.detail().toString());
            json.set("previousAmount", Json.money(detail.requireBacking().amount()));
            json.set("invoiceAmount", Json.money(detail.charged()));
        }
        if (detail.dimensions().description() != null) {
            json.put("description", detail.dimensions().description());
        }
        return json;
    }

    private static ObjectNode total(ControlTotals.Total total) {
        ObjectNode json = Json.object().put("count", total.count());
        json.set("amount", Json.money(total.amount()));
        return json;
    }
}
