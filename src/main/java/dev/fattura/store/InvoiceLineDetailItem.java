package dev.fattura.store;

import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invoice line details of the office, spread over the shards of their invoice. */
public final class InvoiceLineDetailItem {

    public static final String KIND = "invoiceLineDetail";
    private static final String PREFIX = "DETAIL#";

    private InvoiceLineDetailItem() {}

    /** One page of one shard; {@code next} is where the next page begins, or null. */
    public record Details(List<InvoiceLineDetail> details, @Nullable String next) {}

    public static Key key(Invoice invoice, InvoiceLineDetail.Id detail) {
        return new Key(partition(invoice.id(), Shards.of(detail.value(), invoice.shards())), PREFIX + detail);
    }

    public static Optional<InvoiceLineDetail> find(Table table, Invoice invoice, InvoiceLineDetail.Id detail) {
        return table.get(key(invoice, detail)).map(InvoiceLineDetailItem::decode);
    }

    public static Details page(Table table, Invoice invoice, int shard, @Nullable String after, int limit) {
        Page page = table.query(partition(invoice.id(), shard), PREFIX, after, limit);
        return new Details(
                page.items().stream().map(InvoiceLineDetailItem::decode).toList(), page.next());
    }

    public static Item encode(Invoice invoice, InvoiceLineDetail detail) {
        InvoiceLineDetail.Backing backing = detail.backing();
        Item.Builder item = Item.of(key(invoice, detail.id()), KIND)
                .text("detail", detail.id())
                .text("invoice", detail.invoice())
                .text("billable", detail.billable().kind().code())
                .text("billableId", detail.billable().id())
                .text("reference", detail.billable().reference())
                .text("class", detail.transactionClass().code())
                .text("billingType", detail.billingType().code())
                .text("quantity", detail.quantity())
                .text("price", Texts.of(detail.price()))
                .text("amount", Texts.of(detail.amount()))
                .text("transactionDate", detail.transactionDate())
                .map("dimensions", Nested.of(detail.dimensions()))
                .list("origins", Nested.origins(detail.origins()));
        if (backing != null) {
            item.map("backing", encode(backing));
        }
        if (detail.original() != null) {
            item.map("original", encode(detail.original()));
        }
        return item.build();
    }

    public static InvoiceLineDetail decode(Item item) {
        Attributes values = item.read();
        Attributes dimensions = values.map("dimensions").orElseThrow();
        return new InvoiceLineDetail(
                new InvoiceLineDetail.Id(UUID.fromString(values.text("detail"))),
                new Invoice.Id(values.text("invoice")),
                new Billable(
                        Coded.stored(Billable.Kind.class, values.text("billable")),
                        UUID.fromString(values.text("billableId")),
                        new ContractLine.Id(dimensions.text("line")),
                        values.text("reference")),
                Coded.stored(TransactionClass.class, values.text("class")),
                Coded.stored(BillingType.class, values.text("billingType")),
                Quantity.of(values.text("quantity")),
                Texts.price(values.text("price")),
                Texts.money(values.text("amount")),
                LocalDate.parse(values.text("transactionDate")),
                Nested.dimensions(dimensions),
                values.list("origins").stream().map(Nested::origin).toList(),
                values.map("backing").map(InvoiceLineDetailItem::backing).orElse(null),
                values.map("original").map(InvoiceLineDetailItem::original).orElse(null));
    }

    private static Map<String, Object> encode(InvoiceLineDetail.Original original) {
        Map<String, Object> map = new TreeMap<>();
        map.put("invoice", original.invoice().value());
        map.put("detail", original.detail().toString());
        map.put("billable", original.billable().kind().code());
        map.put("billableId", original.billable().id().toString());
        map.put("line", original.billable().line().value());
        map.put("reference", original.billable().reference());
        Nested.putIfThere(map, "unbilledSales", original.unbilledSales());
        return map;
    }

    private static InvoiceLineDetail.Original original(Attributes map) {
        String unbilledSales = map.optionalText("unbilledSales");
        return new InvoiceLineDetail.Original(
                new Invoice.Id(map.text("invoice")),
                new InvoiceLineDetail.Id(UUID.fromString(map.text("detail"))),
                new Billable(
                        Coded.stored(Billable.Kind.class, map.text("billable")),
                        UUID.fromString(map.text("billableId")),
                        new ContractLine.Id(map.text("line")),
                        map.text("reference")),
                unbilledSales == null ? null : Texts.actual(unbilledSales));
    }

    private static Map<String, Object> encode(InvoiceLineDetail.Backing backing) {
        return Map.of(
                "billingType", backing.billingType().code(),
                "quantity", backing.quantity().toString(),
                "price", Texts.of(backing.price()),
                "amount", Texts.of(backing.amount()));
    }

    private static InvoiceLineDetail.Backing backing(Attributes map) {
        return new InvoiceLineDetail.Backing(
                Coded.stored(BillingType.class, map.text("billingType")),
                Quantity.of(map.text("quantity")),
                Texts.price(map.text("price")),
                Texts.money(map.text("amount")));
    }

    private static String partition(Invoice.Id invoice, int shard) {
        return "INVOICE#" + invoice + "#" + shard;
    }
}
