package dev.fattura.store;

import dev.fattura.ledger.Approval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Approvals of the office: the seal of a batch of approved transactions. */
public final class ApprovalItem {

    public static final String KIND = "approval";

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
                        "entries",
                        approval.entries().stream().map(ApprovalItem::encode).toList())
                .build();
    }

    public static Approval decode(Item item) {
        return new Approval(
                new Approval.Id(UUID.fromString(item.text("approval"))),
                item.read().list("entries").stream().map(ApprovalItem::entry).toList());
    }

    private static Map<String, Object> encode(Approval.Entry entry) {
        Map<String, Object> map =
                new TreeMap<>(Map.of("t", entry.transaction(), "c", entry.cost(), "u", entry.unbilledSales()));
        if (!entry.further().isEmpty()) {
            map.put("f", Texts.of(entry.further()));
        }
        return map;
    }

    private static Approval.Entry entry(Attributes map) {
        String further = map.optionalText("f");
        return new Approval.Entry(
                map.text("t"), map.flag("c"), map.flag("u"), further == null ? List.of() : Texts.ids(further));
    }
}
