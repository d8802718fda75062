package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Actuals of the office, with their transaction connections and origins, each in a partition of its own. */
public final class ActualItem {

    public static final String KIND = "actual";

    private ActualItem() {}

    static String partition(Actual.Id actual) {
        return "ACTUAL#" + actual;
    }

    public static Key key(Actual.Id actual) {
        return new Key(partition(actual), "ACTUAL");
    }

    public static Optional<Actual> find(Table table, Actual.Id actual) {
        return table.get(key(actual)).map(ActualItem::decode);
    }

    /** Those of the ids that are there, in no order. */
    public static List<Actual> findAll(Table table, List<Actual.Id> actuals) {
        return table.getAll(actuals.stream().map(ActualItem::key).toList()).stream()
                .map(ActualItem::decode)
                .toList();
    }

    public static Item encode(Actual actual) {
        return Item.of(key(actual.id()), KIND)
                .text("actual", actual.id())
                .text("type", actual.type().code())
                .text("class", actual.transactionClass().code())
                .text("billingType", actual.billingType().code())
                .text("adjustmentStatus", actual.adjustmentStatus().code())
                .text("quantity", actual.quantity())
                .text("price", Texts.of(actual.price()))
                .text("amount", Texts.of(actual.amount()))
                .text("transactionDate", actual.transactionDate())
                .text("accountingDate", actual.accountingDate())
                .map("dimensions", Nested.of(actual.dimensions()))
                .text("invoice", actual.invoice())
                .number("shards", actual.shards())
                .flag("skipSync", actual.skipSync())
                .list("connections", Nested.connections(actual.connections()))
                .list("origins", Nested.origins(actual.origins()))
                .build();
    }

    public static Actual decode(Item item) {
        Attributes values = item.read();
        String invoice = values.optionalText("invoice");
        return new Actual(
                Texts.actual(values.text("actual")),
                Coded.stored(TransactionType.class, values.text("type")),
                Coded.stored(TransactionClass.class, values.text("class")),
                Coded.stored(BillingType.class, values.text("billingType")),
                Coded.stored(AdjustmentStatus.class, values.text("adjustmentStatus")),
                Quantity.of(values.text("quantity")),
                Texts.price(values.text("price")),
                Texts.money(values.text("amount")),
                LocalDate.parse(values.text("transactionDate")),
                LocalDate.parse(values.text("accountingDate")),
                Nested.dimensions(values.map("dimensions").orElseThrow()),
                invoice == null ? null : new Invoice.Id(invoice),
                Math.toIntExact(values.number("shards")),
                values.flag("skipSync"),
                values.list("connections").stream().map(Nested::connection).toList(),
                values.list("origins").stream().map(Nested::origin).toList());
    }
}
