package dev.fattura.store;

import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The billing backlog of a contract in the order of transaction dates: what is ready to invoice and on no invoice. */
public final class BacklogItem {

    public static final String KIND = "backlog";

    private BacklogItem() {}

    /** An entry of the backlog. */
    public record Entry(Contract.Id contract, LocalDate date, Billable billable) {}

    /** One page of the backlog; {@code next} is where the next one begins, or null. */
    public record Entries(List<Entry> entries, @Nullable String next) {}

    public static Key key(Entry entry) {
        return new Key(
                partition(entry.contract()),
                entry.date() + "#" + entry.billable().id());
    }

    public static Entries page(Table table, Contract.Id contract, @Nullable String after, int limit) {
        Page page = table.query(partition(contract), "", after, limit);
        return new Entries(page.items().stream().map(BacklogItem::decode).toList(), page.next());
    }

    public static Item encode(Entry entry) {
        return Item.of(key(entry), KIND)
                .text("contract", entry.contract())
                .text("date", entry.date())
                .text("billable", entry.billable().kind().code())
                .text("id", entry.billable().id())
                .text("line", entry.billable().line())
                .text("reference", entry.billable().reference())
                .build();
    }

    public static Entry decode(Item item) {
        return new Entry(
                new Contract.Id(item.text("contract")),
                LocalDate.parse(item.text("date")),
                new Billable(
                        Coded.stored(Billable.Kind.class, item.text("billable")),
                        UUID.fromString(item.text("id")),
                        new ContractLine.Id(item.text("line")),
                        item.text("reference")));
    }

    private static String partition(Contract.Id contract) {
        return "BACKLOG#" + contract;
    }
}
