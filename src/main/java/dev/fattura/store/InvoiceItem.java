package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Headers of proforma invoices of the office. */
public final class InvoiceItem {

    public static final String KIND = "invoice";

    private InvoiceItem() {}

    public static Key key(Invoice.Id invoice) {
        return new Key("INVOICE#" + invoice, "HEADER");
    }

    public static Optional<Invoice> find(Table table, Invoice.Id invoice) {
        return table.get(key(invoice)).map(InvoiceItem::decode);
    }

    /** Those that are there, in no order. */
    public static List<Invoice> findAll(Table table, List<Invoice.Id> invoices) {
        return table.getAll(invoices.stream().map(InvoiceItem::key).toList()).stream()
                .map(InvoiceItem::decode)
                .toList();
    }

    /** The first write of an invoice. */
    public static Write create(Invoice invoice) {
        return Write.put(encode(invoice), Condition.ABSENT);
    }

    /** The write of its next version, on condition that the table has the one before. */
    public static Write replace(Invoice invoice) {
        return replace(invoice, invoice.version() - 1);
    }

    /** The write that changes nothing and fails where the invoice has changed since it was read, for a commit that rests on what was read. */
    public static Write unchanged(Invoice invoice) {
        return Write.put(encode(invoice), Condition.version(invoice.version()));
    }

    /**
     * As {@link #replace(Invoice)}, for an invoice that makes several moves at once.
     *
     * @param version that the table has
     */
    public static Write replace(Invoice invoice, long version) {
        return Write.put(encode(invoice), Condition.version(version));
    }

    public static Item encode(Invoice invoice) {
        Item.Builder item = Item.of(key(invoice.id()), KIND)
                .text("invoice", invoice.id())
                .text("contract", invoice.contract())
                .text("company", invoice.company())
                .text("customer", invoice.customer())
                .text("currency", invoice.currency())
                .text("status", invoice.status().code())
                .number(Item.VERSION, invoice.version())
                .text("invoiceDate", invoice.invoiceDate())
                .text("description", invoice.description())
                .number("shards", invoice.shards())
                .number("lines", invoice.lines())
                .text("total", Texts.of(invoice.total()))
                .text("draftedBy", invoice.draftedBy());
        Invoice.Confirmation confirmation = invoice.confirmation();
        if (confirmation != null) {
            item.text("confirmedBy", confirmation.command()).text("accountingDate", confirmation.accountingDate());
        }
        if (invoice.controlTotals() != null) {
            item.map("controlTotals", Nested.of(invoice.controlTotals()));
        }
        if (invoice.customerInvoice() != null) {
            item.map("customerInvoice", Nested.of(invoice.customerInvoice()));
        }
        if (invoice.adjustments().appliesRetainers()) {
            item.flag("appliesRetainers", true);
        }
        return item.text("plannedAccountingDate", invoice.adjustments().accountingDate())
                .list("corrects", corrects(invoice))
                .build();
    }

    public static Invoice decode(Item item) {
        Attributes values = item.read();
        return new Invoice(
                new Invoice.Id(values.text("invoice")),
                new Contract.Id(values.text("contract")),
                new Company.Id(values.text("company")),
                values.text("customer"),
                new CurrencyCode(values.text("currency")),
                Coded.stored(InvoiceStatus.class, values.text("status")),
                values.number(Item.VERSION),
                LocalDate.parse(values.text("invoiceDate")),
                values.optionalText("description"),
                Math.toIntExact(values.number("shards")),
                values.number("lines"),
                Texts.money(values.text("total")),
                values.text("draftedBy"),
                values.has("confirmedBy")
                        ? new Invoice.Confirmation(
                                values.text("confirmedBy"), LocalDate.parse(values.text("accountingDate")))
                        : null,
                values.map("controlTotals").map(Nested::controlTotals).orElse(null),
                values.map("customerInvoice").map(Nested::customerInvoice).orElse(null),
                adjustments(values));
    }

    private static List<Map<String, Object>> corrects(Invoice invoice) {
        return invoice.adjustments().corrects().stream()
                .map(original -> Map.<String, Object>of("invoice", original.value()))
                .toList();
    }

    private static Invoice.Adjustments adjustments(Attributes values) {
        return new Invoice.Adjustments(
                values.list("corrects").stream()
                        .map(map -> new Invoice.Id(map.text("invoice")))
                        .toList(),
                values.has("appliesRetainers"),
                values.has("plannedAccountingDate") ? LocalDate.parse(values.text("plannedAccountingDate")) : null);
    }
}
