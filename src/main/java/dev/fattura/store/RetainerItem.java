package dev.fattura.store;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Retainer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Retainers, one item each, in the partition of their contract. */
public final class RetainerItem {

    public static final String KIND = "retainer";
    private static final String PREFIX = "RETAINER#";

    private RetainerItem() {}

    /** One page of a contract's retainers; {@code next} is where the next page begins, or null. */
    public record Retainers(List<Retainer> retainers, @Nullable String next) {}

    public static Key key(Contract.Id contract, Retainer.Id retainer) {
        return new Key(ContractItem.partition(contract), PREFIX + retainer);
    }

    public static Optional<Retainer> find(Table table, Contract.Id contract, Retainer.Id retainer) {
        return table.get(key(contract, retainer)).map(RetainerItem::decode);
    }

    /** Those of the ids that are there, in no order. */
    public static List<Retainer> findAll(Table table, Contract.Id contract, List<Retainer.Id> retainers) {
        return table.getAll(retainers.stream().map(id -> key(contract, id)).toList()).stream()
                .map(RetainerItem::decode)
                .toList();
    }

    /** The retainers of a contract, in the order of their ids. */
    public static Retainers page(Table table, Contract.Id contract, @Nullable String after, int limit) {
        Page page = table.query(ContractItem.partition(contract), PREFIX, after, limit);
        return new Retainers(page.items().stream().map(RetainerItem::decode).toList(), page.next());
    }

    /** The first write of a retainer. */
    public static Write create(Retainer retainer) {
        return Write.put(encode(retainer), Condition.ABSENT);
    }

    /** The write of its next version, on condition that the table has the one before. */
    public static Write replace(Retainer retainer) {
        return Write.put(encode(retainer), Condition.version(retainer.version() - 1));
    }

    public static Item encode(Retainer retainer) {
        return Item.of(key(retainer.contract(), retainer.id()), KIND)
                .text("contract", retainer.contract())
                .text("retainer", retainer.id())
                .text("line", retainer.line())
                .text("customer", retainer.customer())
                .text("description", retainer.description())
                .text("amount", Texts.of(retainer.amount()))
                .text("date", retainer.date())
                .flag("ready", retainer.readyToInvoice())
                .number(Item.VERSION, retainer.version())
                .build();
    }

    public static Retainer decode(Item item) {
        Attributes values = item.read();
        return new Retainer(
                new Contract.Id(values.text("contract")),
                new Retainer.Id(values.text("retainer")),
                new ContractLine.Id(values.text("line")),
                values.text("customer"),
                values.text("description"),
                Texts.money(values.text("amount")),
                LocalDate.parse(values.text("date")),
                values.flag("ready"),
                values.number(Item.VERSION));
    }
}
