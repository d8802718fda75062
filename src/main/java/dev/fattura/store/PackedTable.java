package dev.fattura.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose facts share items where their ids say so ({@link Packing}). Whoever uses it sees each fact as an item of its own; what was
 * promised of one item, its conditions and that a commit is all or nothing, holds for each fact.
 *
 * <p>A sheet is written on condition that nobody has changed it since it was looked at; who was overtaken looks again. What is most often
 * written, a sheet that is new, is written without looking.
 */
public final class PackedTable implements Table {

    /** Each lost attempt means that another writer of the same sheet got on. */
    private static final int ATTEMPTS = 16;

    private final Table stored;

    private PackedTable(Table stored) {
        this.stored = stored;
    }

    public static Table of(Table table) {
        return table instanceof PackedTable ? table : new PackedTable(table);
    }

    @Override
    public Optional<Item> get(Key key) {
        return Packing.sheet(key)
                .map(sheet -> stored.get(sheet).map(Sheet::of).flatMap(found -> found.get(key)))
                .orElseGet(() -> stored.get(key).map(Packing::unpacked));
    }

    @Override
    public List<Item> getAll(List<Key> keys) {
        Set<Key> wanted = new HashSet<>(keys);
        List<Key> places = wanted.stream().map(Packing::stored).distinct().toList();
        return stored.getAll(places).stream()
                .flatMap(item -> wanted.contains(item.key()) ? Stream.of(Packing.unpacked(item)) : Sheet.apart(item))
                .filter(item -> wanted.contains(item.key()))
                .toList();
    }

    @Override
    public Page query(String partition, String sortPrefix, @Nullable String after, int limit) {
        if (!Packing.ordered(partition)) {
            Page page = stored.query(partition, sortPrefix, after, limit);
            return new Page(page.items().stream().map(Packing::unpacked).toList(), page.next());
        }
        return new PackedQuery(stored, partition, sortPrefix, limit).after(after);
    }

    @Override
    public void putAll(List<Item> items) {
        each(
                items.stream().map(item -> Write.put(item, Condition.NONE)).toList(),
                alone -> stored.putAll(alone.stream()
                        .flatMap(write -> Optional.ofNullable(write.item()).stream())
                        .map(Packing::packed)
                        .toList()));
    }

    @Override
    public void deleteAll(List<Key> keys) {
        each(
                keys.stream()
                        .distinct()
                        .map(key -> Write.delete(key, Condition.NONE))
                        .toList(),
                alone -> stored.deleteAll(alone.stream().map(Write::key).toList()));
    }

    /** Writes without conditions, sheet by sheet; what is on none goes together. */
    private void each(List<Write> writes, Consumer<List<Write>> unpacked) {
        Map<Key, List<Write>> sheets = new LinkedHashMap<>();
        List<Write> alone = new ArrayList<>();
        for (Write write : writes) {
            Packing.sheet(write.key())
                    .ifPresentOrElse(
                            sheet -> sheets.computeIfAbsent(sheet, any -> new ArrayList<>())
                                    .add(write),
                            () -> alone.add(write));
        }
        if (!alone.isEmpty()) {
            unpacked.accept(alone);
        }
        sheets.values().forEach(this::commitAll);
    }

    private void commitAll(List<Write> sheet) {
        Map<Key, Write> last = new LinkedHashMap<>();
        sheet.forEach(write -> last.put(write.key(), write));
        commit(List.copyOf(last.values()));
    }

    @Override
    public Commit commit(List<Write> writes) {
        Packed packed = Packed.of(writes);
        requireDistinct(writes);
        Map<Key, Item> there = new HashMap<>();
        packed.looked(stored, packed.known()).forEach(item -> there.put(item.key(), item));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Commit> refused = packed.refused(there);
            if (refused.isPresent()) {
                return refused.get();
            }
            PhysicalWrites physical = packed.physical(there);
            Commit commit = physical.isEmpty() && !writes.isEmpty() ? Commit.DONE : stored.commit(physical.writes());
            if (commit.done() || !physical.isSheet(commit.failed())) {
                Item existing = commit.existing();
                return commit.done()
                        ? commit
                        : new Commit(
                                physical.index(commit.failed()), existing == null ? null : Packing.unpacked(existing));
            }
            there.clear();
            packed.looked(stored, packed.sheets().keySet()).forEach(item -> there.put(item.key(), item));
        }
        throw new StoreBusy(
                "Others are writing the same sheet", new IllegalStateException(ATTEMPTS + " attempts were overtaken"));
    }

    private static void requireDistinct(List<Write> writes) {
        Set<Key> seen = new HashSet<>();
        for (Write write : writes) {
            if (!seen.add(write.key())) {
                throw new IllegalArgumentException("A commit names " + write.key() + " twice");
            }
        }
    }

    /** The writes of a commit by the sheets that they are about; those that are about none by their index. */
    private record Packed(List<Write> writes, Map<Key, List<Integer>> sheets, List<Integer> alone) {

        static Packed of(List<Write> writes) {
            Map<Key, List<Integer>> sheets = new LinkedHashMap<>();
            List<Integer> alone = new ArrayList<>();
            for (int index = 0; index < writes.size(); index++) {
                int place = index;
                Packing.sheet(writes.get(index).key())
                        .ifPresentOrElse(
                                sheet -> sheets.computeIfAbsent(sheet, any -> new ArrayList<>())
                                        .add(place),
                                () -> alone.add(place));
            }
            return new Packed(writes, sheets, alone);
        }

        /** The sheets that have to be looked at first: of the others everything is put where most likely nothing is. */
        Set<Key> known() {
            Set<Key> known = new HashSet<>();
            sheets.forEach((sheet, indexes) -> {
                if (!indexes.stream().map(writes::get).allMatch(Packed::isNew)) {
                    known.add(sheet);
                }
            });
            return known;
        }

        private static boolean isNew(Write write) {
            return write.item() != null
                    && (write.condition().equals(Condition.ABSENT)
                            || write.condition().equals(Condition.NONE));
        }

        List<Item> looked(Table stored, Set<Key> keys) {
            return keys.isEmpty() ? List.of() : stored.getAll(List.copyOf(keys));
        }

        /** The first of the writes of facts whose condition does not hold. */
        Optional<Commit> refused(Map<Key, Item> there) {
            TreeMap<Integer, Commit> refused = new TreeMap<>();
            sheets.forEach((key, indexes) -> {
                Sheet sheet = sheet(there, key);
                for (int index : indexes) {
                    Write write = writes.get(index);
                    Item existing = sheet.get(write.key()).orElse(null);
                    if (!holds(write.condition(), existing)
                            && !(writes.size() == 1 && existing != null && existing.equals(write.item()))) {
                        refused.put(index, new Commit(index, existing));
                    }
                }
            });
            return Optional.ofNullable(refused.firstEntry()).map(Map.Entry::getValue);
        }

        PhysicalWrites physical(Map<Key, Item> there) {
            TreeMap<Integer, Write> byIndex = new TreeMap<>();
            Set<Integer> ofSheets = new HashSet<>();
            alone.forEach(index -> byIndex.put(index, packed(writes.get(index))));
            sheets.forEach((key, indexes) -> {
                List<Write> mine = indexes.stream().map(writes::get).toList();
                Write write = write(there.get(key), sheet(there, key).with(mine), mine);
                if (write != null) {
                    byIndex.put(indexes.get(0), write);
                    ofSheets.add(indexes.get(0));
                }
            });
            return new PhysicalWrites(List.copyOf(byIndex.values()), List.copyOf(byIndex.keySet()), ofSheets);
        }

        private static Write packed(Write write) {
            Item item = write.item();
            return item == null ? write : new Write(write.key(), Packing.packed(item), write.condition());
        }

        private static @Nullable Write write(@Nullable Item before, Sheet after, List<Write> mine) {
            Condition unchanged = before == null ? Condition.ABSENT : Condition.version(Sheet.version(before));
            if (after.facts().isEmpty()) {
                return before == null
                                && mine.stream()
                                        .allMatch(write -> write.condition().equals(Condition.NONE))
                        ? null
                        : Write.delete(after.key(), unchanged);
            }
            Item item = after.item();
            boolean same = item.equals(before)
                    && mine.stream().allMatch(write -> write.condition().equals(Condition.NONE));
            return same ? null : Write.put(item, unchanged);
        }

        private static Sheet sheet(Map<Key, Item> there, Key key) {
            Item item = there.get(key);
            return item == null ? Sheet.empty(key) : Sheet.of(item);
        }

        private static boolean holds(Condition condition, @Nullable Item existing) {
            return switch (condition.kind()) {
                case NONE -> true;
                case ABSENT -> existing == null;
                case PRESENT -> existing != null;
                case VERSION -> existing != null && existing.read().number(Item.VERSION) == condition.expectedVersion();
            };
        }
    }

    /** What is really written, and which of the asked writes each is of. */
    private record PhysicalWrites(List<Write> writes, List<Integer> indexes, Set<Integer> ofSheets) {

        boolean isEmpty() {
            return writes.isEmpty();
        }

        boolean isSheet(int physical) {
            return ofSheets.contains(indexes.get(physical));
        }

        int index(int physical) {
            return indexes.get(physical);
        }
    }
}
