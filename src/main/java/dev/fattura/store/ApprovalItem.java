package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Approvals of the office: the seal of a batch of approved transactions. */
public final class ApprovalItem {

    public static final String KIND = "approval";
    private static final String ENTRIES = "entries";

    private ApprovalItem() {}

    public static Key key(Approval.Id approval) {
        return new Key("APPROVAL#" + approval, "HEADER");
    }

    public static Optional<Approval> find(Table table, Approval.Id approval) {
        return table.get(key(approval)).map(ApprovalItem::decode);
    }

    public static Item encode(Approval approval) {
        return Item.of(key(approval.id()), KIND)
                .text("approval", approval.id())
                .list(
                        ENTRIES,
                        approval.entries().stream().map(ApprovalItem::encode).toList())
                .build();
    }

    public static Approval decode(Item item) {
        return new Approval(
                new Approval.Id(UUID.fromString(item.text("approval"))),
                item.read().list(ENTRIES).stream().map(ApprovalItem::entry).toList());
    }

    private static Map<String, Object> encode(Approval.Entry entry) {
        Map<String, Object> map = new TreeMap<>();
        map.put("transaction", entry.transaction());
        Nested.putIfThere(map, "cost", entry.cost());
        Nested.putIfThere(map, "unbilledSales", entry.unbilledSales());
        if (!entry.further().isEmpty()) {
            map.put("further", Texts.of(entry.further()));
        }
        return map;
    }

    private static Approval.Entry entry(Attributes map) {
        String further = map.optionalText("further");
        return new Approval.Entry(
                map.text("transaction"),
                actual(map.optionalText("cost")),
                actual(map.optionalText("unbilledSales")),
                further == null ? List.of() : Texts.ids(further));
    }

    private static Actual.@Nullable Id actual(@Nullable String id) {
        return id == null ? null : Texts.actual(id);
    }
}
