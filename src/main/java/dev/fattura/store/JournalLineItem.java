package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.List;

/** Lines of integration journals, each beside its staging row: a row that has one is imported. */
public final class JournalLineItem {

    public static final String KIND = "journalLine";

    private static final OfActual PLACES = new OfActual("JOURNALLINE");

    private JournalLineItem() {}

    public static Key key(Actual.Id actual) {
        return PLACES.key(actual);
    }

    /** Those that are there, in no order. */
    public static List<JournalLine> findAll(Table table, List<Actual.Id> actuals) {
        return PLACES.find(table, actuals).stream().map(JournalLineItem::decode).toList();
    }

    public static List<Item> encodeAll(List<JournalLine> lines) {
        return lines.stream().map(JournalLineItem::encode).toList();
    }

    /** Takes a line off its journal; only in a commit that keeps imports from writing lines meanwhile. */
    public static Write removal(Actual.Id actual) {
        return Write.delete(PLACES.key(actual), Condition.NONE);
    }

    public static Item encode(JournalLine line) {
        return Item.of(PLACES.key(line.actual()), KIND)
                .text("journal", line.journal())
                .text("actual", line.actual())
                .text("type", line.type().code())
                .text("class", line.transactionClass().code())
                .text("billingType", line.billingType().code())
                .text("quantity", line.quantity())
                .text("amount", Texts.of(line.amount()))
                .text("exchangeRate", line.exchangeRate())
                .text("accountingAmount", Texts.of(line.accountingAmount()))
                .text("accountingDate", line.accountingDate())
                .map("dimensions", Nested.of(line.dimensions()))
                .text("category", line.category())
                .text("lineProperty", line.lineProperty())
                .text("reverses", line.reverses())
                .build();
    }

    public static JournalLine decode(Item item) {
        Attributes values = item.read();
        String reverses = values.optionalText("reverses");
        return new JournalLine(
                new Journal.Id(values.text("journal")),
                Texts.actual(values.text("actual")),
                Coded.stored(TransactionType.class, values.text("type")),
                Coded.stored(TransactionClass.class, values.text("class")),
                Coded.stored(BillingType.class, values.text("billingType")),
                Quantity.of(values.text("quantity")),
                Texts.money(values.text("amount")),
                Rate.of(values.text("exchangeRate")),
                Texts.money(values.text("accountingAmount")),
                LocalDate.parse(values.text("accountingDate")),
                Nested.dimensions(values.map("dimensions").orElseThrow()),
                values.text("category"),
                values.text("lineProperty"),
                reverses == null ? null : Texts.actual(reverses));
    }
}
