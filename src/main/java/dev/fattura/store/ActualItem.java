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

/** Actuals of the office, with their transaction connections and origins. */
public final class ActualItem {

    public static final String KIND = "actual";

    private static final OfActual PLACES = new OfActual("ACTUAL");

    private ActualItem() {}

    public static Key key(Actual.Id actual) {
        return PLACES.key(actual);
    }

    public static Optional<Actual> find(Table table, Actual.Id actual) {
        return items(table, List.of(actual)).stream().findFirst().map(ActualItem::decode);
    }

    /** Those of the ids that are there, in no order. */
    public static List<Actual> findAll(Table table, List<Actual.Id> actuals) {
        return items(table, actuals).stream().map(ActualItem::decode).toList();
    }

    /** As {@link #findAll}, as they are stored: for whoever has to go on when one cannot be read. */
    public static List<Item> items(Table table, List<Actual.Id> actuals) {
        return PLACES.find(table, actuals);
    }

    public static List<Item> encodeAll(List<Actual> actuals) {
        return actuals.stream().map(ActualItem::encode).toList();
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
