package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.money.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Postings of finance: of a journal line beside its row, of a proposal line in its shard, and of a proposal as a whole. */
public final class PostingItem {

    public static final String KIND = "posting";
    private static final String VOUCHER_KIND = "voucher";
    private static final String PREFIX = "POSTING#";

    private static final OfActual PLACES = new OfActual("POSTING");

    private PostingItem() {}

    /** One page of one shard of a proposal; {@code next} is where the next page begins, or null. */
    public record Postings(List<Posting> postings, @Nullable String next) {}

    /** Where the posting of a cost or unbilled sales actual is. */
    public static Key key(Actual.Id actual) {
        return PLACES.key(actual);
    }

    /** Those postings of cost and unbilled sales actuals that are there, in no order. */
    public static List<Posting> findAll(Table table, List<Actual.Id> actuals) {
        return items(table, actuals).stream().map(PostingItem::decode).toList();
    }

    /** Those postings of a proposal's lines that are there, in no order. */
    public static List<Posting> findAll(Table table, Proposal proposal, List<Actual.Id> actuals) {
        List<Key> keys = actuals.stream().map(actual -> key(proposal, actual)).toList();
        return table.getAll(keys).stream().map(PostingItem::decode).toList();
    }

    private static Key key(Proposal proposal, Actual.Id actual) {
        int shard = Shards.of(actual.value(), proposal.shards());
        return new Key(ProposalItem.shardPartition(proposal.id(), shard), PREFIX + actual);
    }

    public static Postings page(Table table, Proposal proposal, int shard, @Nullable String after, int limit) {
        Page page = itemPage(table, proposal, shard, after, limit);
        return new Postings(page.items().stream().map(PostingItem::decode).toList(), page.next());
    }

    /** As {@link #findAll(Table, List)}, as they are stored: for whoever has to go on when one cannot be read. */
    public static List<Item> items(Table table, List<Actual.Id> actuals) {
        return PLACES.find(table, actuals);
    }

    /** As {@link #page}, as they are stored. */
    public static Page itemPage(Table table, Proposal proposal, int shard, @Nullable String after, int limit) {
        return table.query(ProposalItem.shardPartition(proposal.id(), shard), PREFIX, after, limit);
    }

    /** The postings of journal lines. */
    public static List<Item> encodeAll(List<Posting> postings) {
        return postings.stream().map(PostingItem::encode).toList();
    }

    /** The posting of a journal line. */
    public static Item encode(Posting posting) {
        return encode(key(posting.actual()), posting);
    }

    /** The posting of a proposal line. */
    public static Item encode(Proposal proposal, Posting posting) {
        return encode(key(proposal, posting.actual()), posting);
    }

    /** The entries of a customer invoice that belong to no single line: customer balance, sales tax, rounding difference. */
    public static Item encodeVoucher(Invoice.Id proposal, String voucher, List<LedgerEntry> entries) {
        return Item.of(voucherKey(proposal), VOUCHER_KIND)
                .text("voucher", voucher)
                .list("entries", Nested.entries(entries))
                .build();
    }

    /** Those entries; empty before the proposal is posted. */
    public static List<LedgerEntry> voucherEntries(Table table, Invoice.Id proposal) {
        return table.get(voucherKey(proposal))
                .map(item ->
                        item.read().list("entries").stream().map(Nested::entry).toList())
                .orElse(List.of());
    }

    private static Key voucherKey(Invoice.Id proposal) {
        return new Key(ProposalItem.partition(proposal), "VOUCHER");
    }

    private static Item encode(Key key, Posting posting) {
        return Item.of(key, KIND)
                .text("actual", posting.actual())
                .text("voucher", posting.voucher())
                .text("accountingAmount", Texts.of(posting.accountingAmount()))
                .text("exchangeRate", posting.exchangeRate())
                .text("salesTax", Texts.of(posting.salesTax()))
                .list("entries", Nested.entries(posting.entries()))
                .build();
    }

    public static Posting decode(Item item) {
        Attributes values = item.read();
        return new Posting(
                Texts.actual(values.text("actual")),
                values.text("voucher"),
                Texts.money(values.text("accountingAmount")),
                Rate.of(values.text("exchangeRate")),
                Texts.money(values.text("salesTax")),
                values.list("entries").stream().map(Nested::entry).toList());
    }
}
