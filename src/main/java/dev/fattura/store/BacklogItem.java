package dev.fattura.store;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The billing backlog of a contract's customer in the order of transaction dates: what is ready to invoice and on no invoice. Open
 * retainer balances lie apart, since they are applied to an invoice and not billed by it.
 */
public final class BacklogItem {

    public static final String KIND = "backlog";

    private static final String LINES = "BACKLOG#";
    private static final String DEDUCTIONS = "DEDUCTIONS#";

    private BacklogItem() {}

    /** One page of the backlog; {@code next} is where the next one begins, or null. */
    public record Entries(List<BacklogEntry> entries, @Nullable String next) {}

    public static Key key(BacklogEntry entry) {
        return new Key(
                partition(prefix(entry.billable()), entry.contract(), entry.customer()),
                entry.date() + "#" + entry.billable().id());
    }

    /** What is ready to be billed to that customer. */
    public static Entries page(Table table, Contract.Id contract, String customer, @Nullable String after, int limit) {
        return page(table, partition(LINES, contract, customer), after, limit);
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
        return Item.of(key(entry), KIND)
                .text("contract", entry.contract())
                .text("customer", entry.customer())
                .text("date", entry.date())
                .text("billable", entry.billable().kind().code())
                .text("id", entry.billable().id())
                .text("line", entry.billable().line())
                .text("reference", entry.billable().reference())
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
                        item.text("reference")));
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
