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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of invoice proposals, in the shards of their proposal. */
public final class ProposalLineItem {

    public static final String KIND = "proposalLine";
    private static final String PREFIX = "LINE#";

    private ProposalLineItem() {}

    /** One page of one shard; {@code next} is where the next page begins, or null. */
    public record Lines(List<ProposalLine> lines, @Nullable String next) {}

    /** Those lines of a proposal that are there, in no order. */
    public static List<ProposalLine> findAll(Table table, Proposal proposal, List<Actual.Id> actuals) {
        List<Key> keys = actuals.stream().map(actual -> key(proposal, actual)).toList();
        return table.getAll(keys).stream().map(ProposalLineItem::decode).toList();
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
                values.list("accrual").stream().map(Nested::entry).toList());
    }
}
