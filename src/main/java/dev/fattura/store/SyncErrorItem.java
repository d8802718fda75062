package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.SyncErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sync errors, in finance: each in a partition of its own, and an entry of it in the list of the open or of the resolved ones. */
public final class SyncErrorItem {

    public static final String KIND = "syncError";
    private static final String ENTRY_KIND = "syncErrorEntry";

    private SyncErrorItem() {}

    /** One page of a list; {@code next} is where the next page begins, or null. */
    public record Errors(List<SyncError> errors, @Nullable String next) {}

    public static Optional<SyncError> find(Table table, SyncError.Id error) {
        return table.get(key(error)).map(SyncErrorItem::decode);
    }

    /**
     * A page of the open or of the resolved ones, by table map and id.
     *
     * @param crossing of that table map alone, or null for all
     */
    public static Errors page(
            Table table, boolean open, @Nullable Crossing crossing, @Nullable String after, int limit) {
        String prefix = crossing == null ? "" : crossing.code() + "#";
        Page page = table.query(list(open), prefix, after, limit);
        List<Key> keys = page.items().stream()
                .map(item -> key(new SyncError.Id(UUID.fromString(item.text("error")))))
                .toList();
        Map<String, SyncError> found = table.getAll(keys).stream()
                .map(SyncErrorItem::decode)
                .collect(Collectors.toMap(error -> sort(error), Function.identity()));
        List<SyncError> errors = new ArrayList<>();
        for (Item item : page.items()) {
            SyncError error = found.get(item.key().sort());
            if (error != null && error.open() == open) {
                errors.add(error);
            }
        }
        return new Errors(errors, page.next());
    }

    /** The writes of the next version, on condition that the table has the one before; the entry moves with the status. */
    public static List<Write> replace(SyncError error) {
        Condition before = error.version() == 1 ? Condition.ABSENT : Condition.version(error.version() - 1);
        Item entry = Item.of(entryKey(error, error.open()), ENTRY_KIND)
                .text("error", error.id())
                .build();
        return List.of(
                Write.put(encode(error), before),
                Write.put(entry, Condition.NONE),
                Write.delete(entryKey(error, !error.open()), Condition.NONE));
    }

    private static Item encode(SyncError error) {
        return Item.of(key(error.id()), KIND)
                .text("error", error.id())
                .text("map", error.crossing().code())
                .text("table", error.reference().source().code())
                .text("recordPartition", error.reference().partition())
                .text("recordSort", error.reference().sort())
                .text("code", error.code().code())
                .text("cause", error.cause())
                .text("firstSeen", error.firstSeen())
                .text("lastSeen", error.lastSeen())
                .number("attempts", error.attempts())
                .text("resolved", error.resolved())
                .number(Item.VERSION, error.version())
                .build();
    }

    private static SyncError decode(Item item) {
        Attributes values = item.read();
        String resolved = values.optionalText("resolved");
        return new SyncError(
                new SyncError.Id(UUID.fromString(values.text("error"))),
                Coded.stored(Crossing.class, values.text("map")),
                new SyncError.Reference(
                        Coded.stored(SyncError.Source.class, values.text("table")),
                        values.text("recordPartition"),
                        values.text("recordSort")),
                Coded.stored(SyncErrorCode.class, values.text("code")),
                values.text("cause"),
                Instant.parse(values.text("firstSeen")),
                Instant.parse(values.text("lastSeen")),
                values.number("attempts"),
                resolved == null ? null : Instant.parse(resolved),
                values.number(Item.VERSION));
    }

    private static Key key(SyncError.Id error) {
        return new Key("SYNCERROR#" + error, "ERROR");
    }

    private static Key entryKey(SyncError error, boolean open) {
        return new Key(list(open), sort(error));
    }

    private static String list(boolean open) {
        return open ? "SYNCERRORS#open" : "SYNCERRORS#resolved";
    }

    private static String sort(SyncError error) {
        return error.crossing().code() + "#" + error.id();
    }
}
