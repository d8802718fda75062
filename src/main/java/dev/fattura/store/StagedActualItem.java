package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The actuals staging table of finance. A cost or unbilled sales row lies by its actual, as its journal line and its posting do; a billed sales row lies in a shard of its proposal.
 */
public final class StagedActualItem {

    public static final String KIND = "stagedActual";
    private static final String PREFIX = "ROW#";

    private static final OfActual PLACES = new OfActual("ROW");

    private StagedActualItem() {}

    /** One page of one shard of a proposal; {@code next} is where the next page begins, or null. */
    public record Rows(List<StagedActual> rows, @Nullable String next) {}

    public static Key key(StagedActual row) {
        return row.proposal() == null ? key(row.actual()) : key(row.proposal(), row.shards(), row.actual());
    }

    /** Where the row of a cost or unbilled sales actual is. */
    public static Key key(Actual.Id actual) {
        return PLACES.key(actual);
    }

    /** Where the row of a billed sales actual is. */
    public static Key key(Invoice.Id proposal, int shards, Actual.Id actual) {
        return new Key(ProposalItem.shardPartition(proposal, Shards.of(actual.value(), shards)), PREFIX + actual);
    }

    /** Those cost and unbilled sales rows that are there, in no order. */
    public static List<StagedActual> findAll(Table table, List<Actual.Id> actuals) {
        return PLACES.find(table, actuals).stream()
                .map(StagedActualItem::decode)
                .toList();
    }

    /** Those of the rows that are there, as they are stored, in no order. */
    public static List<Item> items(Table table, List<StagedActual> rows) {
        return table.getAll(rows.stream().map(StagedActualItem::key).toList());
    }

    public static List<Item> encodeAll(List<StagedActual> rows) {
        return rows.stream().map(StagedActualItem::encode).toList();
    }

    /** Those billed sales rows of a proposal that are there, in no order. */
    public static List<StagedActual> findAll(Table table, Proposal proposal, List<Actual.Id> actuals) {
        return findAll(table, proposal.id(), proposal.shards(), actuals);
    }

    /** As {@link #findAll(Table, Proposal, List)}, also before the header of the proposal has crossed. */
    public static List<StagedActual> findAll(Table table, Invoice.Id proposal, int shards, List<Actual.Id> actuals) {
        List<Key> keys =
                actuals.stream().map(actual -> key(proposal, shards, actual)).toList();
        return table.getAll(keys).stream().map(StagedActualItem::decode).toList();
    }

    public static Rows page(Table table, Proposal proposal, int shard, @Nullable String after, int limit) {
        return page(table, proposal.id(), shard, after, limit);
    }

    /** As {@link #page(Table, Proposal, int, String, int)}, also before the header of the proposal has crossed. */
    public static Rows page(Table table, Invoice.Id proposal, int shard, @Nullable String after, int limit) {
        Page page = table.query(ProposalItem.shardPartition(proposal, shard), PREFIX, after, limit);
        return new Rows(page.items().stream().map(StagedActualItem::decode).toList(), page.next());
    }

    public static Item encode(StagedActual row) {
        return Item.of(key(row), KIND)
                .text("actual", row.actual())
                .text("type", row.type().code())
                .text("class", row.transactionClass().code())
                .text("billingType", row.billingType().code())
                .text("quantity", row.quantity())
                .text("price", Texts.of(row.price()))
                .text("amount", Texts.of(row.amount()))
                .text("transactionDate", row.transactionDate())
                .text("accountingDate", row.accountingDate())
                .map("dimensions", Nested.of(row.dimensions()))
                .text("proposal", row.proposal())
                .text("unbilledSales", row.unbilledSales())
                .text("reverses", row.reverses())
                .number("shards", row.shards())
                .build();
    }

    public static StagedActual decode(Item item) {
        Attributes values = item.read();
        String proposal = values.optionalText("proposal");
        String unbilledSales = values.optionalText("unbilledSales");
        String reverses = values.optionalText("reverses");
        return new StagedActual(
                Texts.actual(values.text("actual")),
                Coded.stored(TransactionType.class, values.text("type")),
                Coded.stored(TransactionClass.class, values.text("class")),
                Coded.stored(BillingType.class, values.text("billingType")),
                Quantity.of(values.text("quantity")),
                Texts.price(values.text("price")),
                Texts.money(values.text("amount")),
                LocalDate.parse(values.text("transactionDate")),
                LocalDate.parse(values.text("accountingDate")),
                Nested.dimensions(values.map("dimensions").orElseThrow()),
                proposal == null ? null : new Invoice.Id(proposal),
                unbilledSales == null ? null : Texts.actual(unbilledSales),
                reverses == null ? null : Texts.actual(reverses),
                Math.toIntExact(values.number("shards")));
    }
}
