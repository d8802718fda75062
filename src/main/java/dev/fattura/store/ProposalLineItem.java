package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of invoice proposals, in the shards of their proposal. */
public final class ProposalLineItem {

    public static final String KIND = "proposalLine";

    /** As many lines as are made, written or taken away at once. */
    public static final int PAGE = 500;

    private static final String PREFIX = "LINE#";

    private ProposalLineItem() {}

    /** One page of one shard; {@code next} is where the next page begins, or null. */
    public record Lines(List<ProposalLine> lines, @Nullable String next) {}

    /** Those lines of a proposal that are there, in no order. */
    public static List<ProposalLine> findAll(Table table, Proposal proposal, List<Actual.Id> actuals) {
        List<Key> keys = actuals.stream().map(actual -> key(proposal, actual)).toList();
        return table.getAll(keys).stream().map(ProposalLineItem::decode).toList();
    }

    /** A line of a proposal, if it is there. */
    public static Optional<ProposalLine> find(Table table, Proposal proposal, Actual.Id actual) {
        return table.get(key(proposal, actual)).map(ProposalLineItem::decode);
    }

    /** Writes lines as long as their header is what it was when they were computed. Returns false once it is not. */
    public static boolean putAll(Table table, Proposal proposal, List<ProposalLine> lines) {
        return commitAll(table, proposal, lines, line -> Write.put(encode(proposal, line), Condition.NONE));
    }

    /** Deletes lines as long as their header is that one. Returns false once it is not. */
    public static boolean deleteAll(Table table, Proposal proposal, List<ProposalLine> lines) {
        return commitAll(table, proposal, lines, line -> Write.delete(key(proposal, line.actual()), Condition.NONE));
    }

    private static boolean commitAll(
            Table table, Proposal proposal, List<ProposalLine> lines, Function<ProposalLine, Write> write) {
        return Parts.each(lines, Table.COMMIT_LIMIT - 1, line -> Stream.of(key(proposal, line.actual())), part -> {
            List<Write> writes = new ArrayList<>(List.of(ProposalItem.unchanged(proposal)));
            part.forEach(line -> writes.add(write.apply(line)));
            return table.commit(writes).done();
        });
    }

    private static Key key(Proposal proposal, Actual.Id actual) {
        int shard = Shards.of(actual.value(), proposal.shards());
        return new Key(ProposalItem.shardPartition(proposal.id(), shard), PREFIX + actual);
    }

    public static Lines page(Table table, Proposal proposal, int shard, @Nullable String after, int limit) {
        Page page = table.query(ProposalItem.shardPartition(proposal.id(), shard), PREFIX, after, limit);
        return new Lines(page.items().stream().map(ProposalLineItem::decode).toList(), page.next());
    }

    public static Item encode(Proposal proposal, ProposalLine line) {
        return Item.of(key(proposal, line.actual()), KIND)
                .text("proposal", line.proposal())
                .text("actual", line.actual())
                .text("class", line.transactionClass().code())
                .text("billingType", line.billingType().code())
                .text("quantity", line.quantity())
                .text("amount", Texts.of(line.amount()))
                .text("salesTax", Texts.of(line.salesTax()))
                .text("exchangeRate", line.exchangeRate())
                .list("accrual", Nested.entries(line.accrual()))
                .text("salesTaxGroup", line.taxation().salesTaxGroup())
                .text("itemSalesTaxGroup", line.taxation().itemSalesTaxGroup())
                .text("projectDate", line.taxation().projectDate())
                .list("shares", Nested.shares(line.taxation().shares()))
                .build();
    }

    public static ProposalLine decode(Item item) {
        Attributes values = item.read();
        return new ProposalLine(
                new Invoice.Id(values.text("proposal")),
                Texts.actual(values.text("actual")),
                Coded.stored(TransactionClass.class, values.text("class")),
                Coded.stored(BillingType.class, values.text("billingType")),
                Quantity.of(values.text("quantity")),
                Texts.money(values.text("amount")),
                Texts.money(values.text("salesTax")),
                Rate.of(values.text("exchangeRate")),
                values.list("accrual").stream().map(Nested::entry).toList(),
                new ProposalLine.Taxation(
                        values.optionalText("salesTaxGroup"),
                        values.optionalText("itemSalesTaxGroup"),
                        LocalDate.parse(values.text("projectDate")),
                        values.list("shares").stream().map(Nested::share).toList()));
    }
}
