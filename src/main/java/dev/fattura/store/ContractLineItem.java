package dev.fattura.store;

import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Project;
import dev.fattura.money.Percent;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Contract lines, one item each, in the partition of their contract. */
public final class ContractLineItem {

    public static final String KIND = "contractLine";
    private static final String PREFIX = "LINE#";
    private static final int PAGE = 100;

    private ContractLineItem() {}

    public static Key key(Contract.Id contract, ContractLine.Id line) {
        return new Key(ContractItem.partition(contract), PREFIX + line);
    }

    public static Optional<ContractLine> find(Table table, Contract.Id contract, ContractLine.Id line) {
        return table.get(key(contract, line)).map(ContractLineItem::decode);
    }

    /** All lines of a contract, in the order of their ids. */
    public static List<ContractLine> of(Table table, Contract.Id contract) {
        List<ContractLine> lines = new ArrayList<>();
        String after = null;
        do {
            Page page = table.query(ContractItem.partition(contract), PREFIX, after, PAGE);
            page.items().forEach(item -> lines.add(decode(item)));
            after = page.next();
        } while (after != null);
        return lines;
    }

    public static Item encode(ContractLine line) {
        Item.Builder item = Item.of(key(line.contract(), line.id()), KIND)
                .text("contract", line.contract())
                .text("line", line.id())
                .text("name", line.name())
                .text("billingMethod", line.billingMethod().code())
                .text("project", line.project())
                .list(
                        "milestones",
                        line.milestones().stream().map(ContractLineItem::encode).toList());
        if (line.product() != null) {
            item.map("product", encode(line.product()));
        }
        if (!line.terms().equals(ContractLine.Terms.NONE)) {
            item.map("terms", LineTermsMap.of(line.terms()));
        }
        return item.number(Item.VERSION, line.progress().size()).build();
    }

    /** The line with one more milestone that progress made, on condition that nobody else made one meanwhile. */
    public static Write replace(ContractLine progressed) {
        return Write.put(
                encode(progressed), Condition.version(progressed.progress().size() - 1L));
    }

    public static ContractLine decode(Item item) {
        Attributes values = item.read();
        String project = values.optionalText("project");
        return new ContractLine(
                new Contract.Id(values.text("contract")),
                new ContractLine.Id(values.text("line")),
                values.text("name"),
                Coded.stored(BillingMethod.class, values.text("billingMethod")),
                project == null ? null : new Project.Id(project),
                values.list("milestones").stream()
                        .map(ContractLineItem::milestone)
                        .toList(),
                values.map("product").map(ContractLineItem::product).orElse(null),
                values.map("terms").map(LineTermsMap::decode).orElse(ContractLine.Terms.NONE));
    }

    private static Map<String, Object> encode(ContractLine.Milestone milestone) {
        Map<String, Object> map = new TreeMap<>(Map.of(
                "id", milestone.id(),
                "name", milestone.name(),
                "amount", Texts.of(milestone.amount()),
                "date", milestone.date().toString(),
                "ready", milestone.readyToInvoice()));
        Nested.putIfThere(map, "percent", milestone.percent());
        return map;
    }

    private static ContractLine.Milestone milestone(Attributes map) {
        String percent = map.optionalText("percent");
        return new ContractLine.Milestone(
                map.text("id"),
                map.text("name"),
                Texts.money(map.text("amount")),
                LocalDate.parse(map.text("date")),
                map.flag("ready"),
                percent == null ? null : Percent.of(percent));
    }

    private static Map<String, Object> encode(ContractLine.Product product) {
        return Map.of(
                "id", product.id(),
                "quantity", product.quantity().toString(),
                "price", Texts.of(product.price()),
                "date", product.date().toString(),
                "ready", product.readyToInvoice());
    }

    private static ContractLine.@Nullable Product product(Attributes map) {
        return new ContractLine.Product(
                map.text("id"),
                Quantity.of(map.text("quantity")),
                Texts.price(map.text("price")),
                LocalDate.parse(map.text("date")),
                map.flag("ready"));
    }
}
