package dev.fattura.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** In bytes; DynamoDB's own limit is 4 MB, a little more. */
    private static final long LARGEST_TRANSACTION = 4_000_000;

    /** So few items fit whatever is in them: each has 400 KB at most. */
    private static final int ALWAYS_FIT = (int) (LARGEST_TRANSACTION / (400 * 1024));

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

    /** Not for facts that are on sheets, which are written with the others of their sheet. */
    @Override
    public List<Item> putNew(List<Item> items) {
        items.forEach(item -> {
            if (Packing.sheet(item.key()).isPresent()) {
                throw new IllegalArgumentException(item.key() + " is on a sheet");
            }
        });
        return stored.putNew(items.stream().map(Packing::packed).toList()).stream()
                .map(Packing::unpacked)
                .toList();
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
        Map<Key, Looked> there = packed.looked(stored, packed.known());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Commit> refused = packed.refused(there);
            if (refused.isPresent()) {
                return refused.get();
            }
            PhysicalWrites physical = packed.physical(there);
            physical.requireFits(there);
            Commit commit = physical.isEmpty() && !writes.isEmpty() ? Commit.DONE : stored.commit(physical.writes());
            if (commit.done() || !physical.isSheet(commit.failed())) {
                Item existing = commit.existing();
                return commit.done()
                        ? commit
                        : new Commit(
                                physical.index(commit.failed()), existing == null ? null : Packing.unpacked(existing));
            }
            there = packed.looked(stored, packed.sheets().keySet());
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

    /**
     * A sheet as it was looked at, or taken to be new.
     *
     * @param unchanged holds as long as nobody has changed it
     */
    private record Looked(@Nullable Item item, Sheet sheet, Condition unchanged) {

        static Looked at(Item item) {
            return new Looked(item, Sheet.of(item), Condition.version(Sheet.version(item)));
        }

        static Looked nothing(Key key) {
            return new Looked(null, Sheet.empty(key), Condition.ABSENT);
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

        /** All sheets; those of the keys are looked at, the others, and those that are not there, taken to be new. */
        Map<Key, Looked> looked(Table stored, Set<Key> keys) {
            Map<Key, Looked> there = new LinkedHashMap<>();
            sheets.keySet().forEach(key -> there.put(key, Looked.nothing(key)));
            if (!keys.isEmpty()) {
                stored.getAll(List.copyOf(keys)).forEach(item -> there.put(item.key(), Looked.at(item)));
            }
            return there;
        }

        /** The first of the writes of facts whose condition does not hold. */
        Optional<Commit> refused(Map<Key, Looked> there) {
            TreeMap<Integer, Commit> refused = new TreeMap<>();
            there.forEach((key, looked) -> {
                for (int index : sheets.getOrDefault(key, List.of())) {
                    Write write = writes.get(index);
                    Item existing = looked.sheet().get(write.key()).orElse(null);
                    if (!holds(write.condition(), existing)
                            && !(writes.size() == 1 && existing != null && existing.equals(write.item()))) {
                        refused.put(index, new Commit(index, existing));
                    }
                }
            });
            return Optional.ofNullable(refused.firstEntry()).map(Map.Entry::getValue);
        }

        PhysicalWrites physical(Map<Key, Looked> there) {
            TreeMap<Integer, Write> byIndex = new TreeMap<>();
            Set<Integer> ofSheets = new HashSet<>();
            alone.forEach(index -> byIndex.put(index, packed(writes.get(index))));
            there.forEach((key, looked) -> {
                List<Integer> indexes = sheets.getOrDefault(key, List.of());
                Write write = write(looked, indexes.stream().map(writes::get).toList());
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

        /** The write of a sheet with those changes; none where they change nothing and ask for nothing. */
        private static @Nullable Write write(Looked looked, List<Write> mine) {
            Sheet after = looked.sheet().with(mine);
            Item item = after.facts().isEmpty() ? null : after.item();
            boolean asked = mine.stream().anyMatch(write -> !write.condition().equals(Condition.NONE));
            return !asked && Objects.equals(item, looked.item())
                    ? null
                    : new Write(after.key(), item, looked.unchanged());
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

        /**
         * Of a sheet counts what it was or what it becomes, whichever is larger: it is not documented whether what a transaction replaces
         * or deletes counts.
         *
         * @throws CommitTooLarge if it is more than a transaction may have
         */
        void requireFits(Map<Key, Looked> there) {
            if (writes.size() <= ALWAYS_FIT) {
                return;
            }
            long bytes = writes.stream()
                    .mapToLong(write -> {
                        Looked before = there.get(write.key());
                        return Math.max(ItemSize.of(write.item()), before == null ? 0 : ItemSize.of(before.item()));
                    })
                    .sum();
            if (bytes > LARGEST_TRANSACTION) {
                throw new CommitTooLarge(bytes);
            }
        }

        boolean isSheet(int physical) {
            return ofSheets.contains(indexes.get(physical));
        }

        int index(int physical) {
            return indexes.get(physical);
        }
    }
}
