package dev.fattura.store;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.NotToExceed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The billing backlog of a contract's customer in the order of months: what will be billed and is on no invoice, ready or
 * not. Open retainer balances lie apart, since they are applied to an invoice and not billed by it.
 *
 * <p>The version of an entry stands for its status and standing, so that a write happens only to the entry that was read: no draft
 * can take what was marked not ready at the same moment.
 */
public final class BacklogItem {

    public static final String KIND = "backlog";

    private static final String LINES = "BACKLOG#";
    private static final String DEDUCTIONS = "DEDUCTIONS#";

    private static final long READY = 1;

    private BacklogItem() {}

    /** One page of the backlog; {@code next} is where the next one begins, or null. */
    public record Entries(List<BacklogEntry> entries, @Nullable String next) {}

    public static Key key(BacklogEntry entry) {
        return new Key(
                partition(prefix(entry.billable()), entry.contract(), entry.customer()),
                day(entry) + "#" + entry.billable().id());
    }

    /** Unbilled sales lie by their month, because those that were approved together, which are of one month, share a sheet. */
    private static String day(BacklogEntry entry) {
        return entry.billable().kind() == Billable.Kind.UNBILLED_SALES
                ? YearMonth.from(entry.date()).toString()
                : entry.date().toString();
    }

    /** Those of the entries that are there, as they are now, in no order. */
    public static List<BacklogEntry> findAll(Table table, List<BacklogEntry> entries) {
        return table.getAll(entries.stream().map(BacklogItem::key).toList()).stream()
                .map(BacklogItem::decode)
                .toList();
    }

    /** Takes a ready entry out of the backlog; fails where it is not there, or not ready. */
    public static Write take(BacklogEntry entry) {
        return Write.delete(key(entry), Condition.version(READY));
    }

    /** Takes the entry out of the backlog as it was read. */
    public static Write remove(BacklogEntry read) {
        return Write.delete(key(read), Condition.version(state(read)));
    }

    /** Changes status or standing of the entry that was read. */
    public static Write replace(BacklogEntry read, BacklogEntry changed) {
        return Write.put(encode(changed), Condition.version(state(read)));
    }

    /** What will be billed to that customer. */
    public static Entries page(Table table, Contract.Id contract, String customer, @Nullable String after, int limit) {
        return page(table, partition(LINES, contract, customer), after, limit);
    }

    /**
     * What will be billed to that customer and is dated up to that day. A page may have nothing and yet have a next one: within a month
     * the entries do not lie in the order of days.
     */
    public static Entries due(
            Table table, Contract.Id contract, String customer, LocalDate upTo, @Nullable String after, int limit) {
        Entries page = page(table, contract, customer, after, limit);
        boolean beyond = page.entries().stream()
                .anyMatch(entry -> YearMonth.from(entry.date()).isAfter(YearMonth.from(upTo)));
        return new Entries(
                page.entries().stream()
                        .filter(entry -> !entry.date().isAfter(upTo))
                        .toList(),
                beyond ? null : page.next());
    }

    /** The retainers of that customer that have been invoiced and are not used up. */
    public static Entries deductions(
            Table table, Contract.Id contract, String customer, @Nullable String after, int limit) {
        return page(table, partition(DEDUCTIONS, contract, customer), after, limit);
    }

    private static Entries page(Table table, String partition, @Nullable String after, int limit) {
        Page page = table.query(partition, "", after, limit);
        return new Entries(page.items().stream().map(BacklogItem::decode).toList(), page.next());
    }

    public static Item encode(BacklogEntry entry) {
        NotToExceed kept = entry.standing().kept();
        return Item.of(key(entry), KIND)
                .text("contract", entry.contract())
                .text("customer", entry.customer())
                .text("date", entry.date())
                .text("billable", entry.billable().kind().code())
                .text("id", entry.billable().id())
                .text("line", entry.billable().line())
                .text("reference", entry.billable().reference())
                .text("status", entry.status().code())
                .text("notToExceed", kept == null ? null : kept.status().code())
                .text(
                        "level",
                        kept == null || kept.level() == null
                                ? null
                                : kept.level().code())
                .number(Item.VERSION, state(entry))
                .build();
    }

    public static BacklogEntry decode(Item item) {
        return new BacklogEntry(
                new Contract.Id(item.text("contract")),
                item.text("customer"),
                LocalDate.parse(item.text("date")),
                new Billable(
                        Coded.stored(Billable.Kind.class, item.text("billable")),
                        UUID.fromString(item.text("id")),
                        new ContractLine.Id(item.text("line")),
                        item.text("reference")),
                Coded.stored(BacklogStatus.class, item.text("status")),
                standing(item.read()));
    }

    private static BacklogEntry.Standing standing(Attributes values) {
        String status = values.optionalText("notToExceed");
        if (status == null) {
            return BacklogEntry.Standing.GOOD;
        }
        return Coded.stored(NotToExceed.Status.class, status) == NotToExceed.Status.FAILED
                ? BacklogEntry.Standing.failed(Coded.stored(NotToExceed.Level.class, values.text("level")))
                : BacklogEntry.Standing.NOT_EVALUATED;
    }

    private static long state(BacklogEntry entry) {
        if (entry.ready()) {
            return READY;
        }
        NotToExceed kept = entry.standing().kept();
        if (kept == null) {
            return 0;
        }
        return kept.status() == NotToExceed.Status.FAILED ? 3 : 2;
    }

    private static String prefix(Billable billable) {
        return switch (billable.kind()) {
            case UNBILLED_SALES, MILESTONE, PRODUCT, RETAINER -> LINES;
            case DEDUCTION, REFUND -> DEDUCTIONS;
            case ENTERED, ENTERED_ON_FIXED_PRICE, BILLED_SALES, REVISION ->
                throw new IllegalArgumentException(
                        "The billing backlog has no " + billable.kind().code());
        };
    }

    private static String partition(String prefix, Contract.Id contract, String customer) {
        return prefix + contract + "#" + customer;
    }
}
