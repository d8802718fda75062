package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.MapStatuses;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The status of all table maps in one item of finance, which every crossing may read: one read for each batch. */
public final class MapStatusItem {

    public static final String KIND = "mapStatus";
    private static final Key KEY = new Key("MAPS", "STATUS");

    private MapStatusItem() {}

    /** What is told of one map, beside the statuses of all. */
    public static Key key(Crossing crossing) {
        return new Key("MAP#" + crossing.code(), "MAP");
    }

    public static MapStatuses read(Table finance) {
        return finance.get(KEY).map(MapStatusItem::decode).orElseGet(MapStatuses::allRun);
    }

    /** The write of the next version, on condition that the table has the one before. */
    public static Write replace(MapStatuses statuses) {
        Map<String, String> paused = new TreeMap<>();
        statuses.paused().forEach((crossing, since) -> paused.put(crossing.code(), since.toString()));
        Item item = Item.of(KEY, KIND)
                .number(Item.VERSION, statuses.version())
                .texts("paused", paused)
                .build();
        return Write.put(item, statuses.version() == 1 ? Condition.ABSENT : Condition.version(statuses.version() - 1));
    }

    private static MapStatuses decode(Item item) {
        Attributes stored = item.read();
        Map<Crossing, Instant> paused = new EnumMap<>(Crossing.class);
        stored.texts("paused")
                .forEach((code, since) -> paused.put(Coded.stored(Crossing.class, code), Instant.parse(since)));
        return new MapStatuses(stored.number(Item.VERSION), paused);
    }
}
