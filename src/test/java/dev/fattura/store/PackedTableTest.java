package dev.fattura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.Placed;
import dev.fattura.support.InMemoryTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table whose facts share items behaves like one in which each has an item of its own. */
class PackedTableTest {

    private static final int SEEDS = 300;
    private static final UUID BASE = Placed.base("test", "1");
    private static final UUID OTHER = Placed.base("test", "2");

    /** Facts of two sheets in each place that can have them, and items that share none. */
    private static final List<Key> KEYS = Stream.of(BASE, OTHER)
            .flatMap(base -> IntStream.range(0, 3).boxed().flatMap(line -> Stream.of(1, 2)
                    .map(part -> Placed.at(base, part, line))))
            .flatMap(id -> Stream.of(
                    new Key("ACTUAL#" + id, "ROW"),
                    new Key("CLAIM#" + id, "CLAIM"),
                    new Key("INVOICE#I#0", "DETAIL#" + id),
                    new Key(
                            "INVOICE#I#0",
                            "DETAIL#"
                                    + UUID.nameUUIDFromBytes(
                                            id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)))))
            .toList();

    /** Any course of operations ends as it would in a plain table, and is answered as there. */
    @Test
    void everyCourse_isThatOfAPlainTable() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom dice = new SplittableRandom(seed);
            InMemoryTable stored = new InMemoryTable();
            Table packed = PackedTable.of(stored);
            PlainTable plain = new PlainTable();
            for (int step = 0; step < 12; step++) {
                String what = "seed " + seed + ", step " + step;
                switch (dice.nextInt(4)) {
                    case 0 -> {
                        List<Item> items = some(dice)
                                .map(key -> item(key, dice.nextInt(3)))
                                .toList();
                        packed.putAll(items);
                        plain.putAll(items);
                    }
                    case 1 -> {
                        List<Key> keys = some(dice).toList();
                        packed.deleteAll(keys);
                        plain.deleteAll(keys);
                    }
                    default -> {
                        List<Write> writes =
                                some(dice).map(key -> write(dice, key)).toList();
                        if (!writes.isEmpty()) {
                            assertThat(packed.commit(writes).done()).as(what).isEqualTo(plain.commit(writes));
                        }
                    }
                }
                assertSame(packed, stored, plain, dice, what);
            }
        }
    }

    private static void assertSame(
            Table packed, InMemoryTable stored, PlainTable plain, SplittableRandom dice, String what) {
        assertThat(stored.contents()).as(what).isEqualTo(plain.items);
        List<Key> keys = some(dice).toList();
        assertThat(packed.getAll(keys)).as(what).containsExactlyInAnyOrderElementsOf(plain.getAll(keys));
        keys.forEach(key -> assertThat(packed.get(key)).as(what).isEqualTo(Optional.ofNullable(plain.items.get(key))));
        int limit = 1 + dice.nextInt(5);
        assertThat(walk(packed, limit)).as(what + ", pages of " + limit).isEqualTo(plain.partition("INVOICE#I#0"));
    }

    private static List<Item> walk(Table table, int limit) {
        List<Item> walked = new ArrayList<>();
        String after = null;
        do {
            Page page = table.query("INVOICE#I#0", "DETAIL#", after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            walked.addAll(page.items());
            after = page.next();
        } while (after != null);
        return walked;
    }

    @Test
    void factsOfOneSheet_areOneItem() {
        InMemoryTable stored = new InMemoryTable();
        PackedTable.of(stored).putAll(KEYS.stream().map(key -> item(key, 1)).toList());
        // Of each of two bases: two sheets of rows, of claims and of details; and twelve details that share none.
        assertThat(stored.changes()).hasSize(2 * 2 * 3 + 12);
        assertThat(stored.contents()).hasSize(KEYS.size());
    }

    @Test
    void whoWasOvertaken_looksAgain_andLosesNothingOfTheOther() {
        InMemoryTable stored = new InMemoryTable();
        Table packed = PackedTable.of(stored);
        Key one = new Key("ACTUAL#" + Placed.at(BASE, 1, 0), "ROW");
        Key two = new Key("ACTUAL#" + Placed.at(BASE, 1, 1), "ROW");
        overtake(stored, () -> packed.putAll(List.of(item(two, 2))));

        assertThat(packed.commit(List.of(Write.put(item(one, 1), Condition.ABSENT)))
                        .done())
                .isTrue();

        assertThat(packed.getAll(List.of(one, two))).containsExactlyInAnyOrder(item(one, 1), item(two, 2));
    }

    /** Before the next write, once. */
    private static void overtake(InMemoryTable stored, Runnable other) {
        stored.failBefore(operation -> {
            stored.failBefore(none -> {});
            other.run();
        });
    }

    /** The sheet was there when it was looked at, and another one's fact came onto it since. */
    @Test
    void whoWasOvertakenOnASheetThatWasThere_looksAgain_andLosesNothingOfTheOther() {
        InMemoryTable stored = new InMemoryTable();
        Table packed = PackedTable.of(stored);
        Key one = new Key("ACTUAL#" + Placed.at(BASE, 1, 0), "ROW");
        Key two = new Key("ACTUAL#" + Placed.at(BASE, 1, 1), "ROW");
        packed.putAll(List.of(item(one, 1)));
        overtake(stored, () -> packed.putAll(List.of(item(two, 2))));

        assertThat(packed.commit(List.of(Write.put(item(one, 2), Condition.version(1))))
                        .done())
                .isTrue();

        assertThat(packed.getAll(List.of(one, two))).containsExactlyInAnyOrder(item(one, 2), item(two, 2));
    }

    @Test
    void putNew_isNotForFactsOnSheets() {
        Table packed = PackedTable.of(new InMemoryTable());
        Item fact = item(new Key("CLAIM#" + Placed.at(BASE, 1, 0), "CLAIM"), 1);

        assertThatThrownBy(() -> packed.putNew(List.of(fact))).isInstanceOf(IllegalArgumentException.class);
        assertThat(packed.get(fact.key())).isEmpty();
    }

    @Test
    void conditionOfAFact_isHeldToThatFactAlone() {
        Table packed = PackedTable.of(new InMemoryTable());
        Key one = new Key("CLAIM#" + Placed.at(BASE, 1, 0), "CLAIM");
        Key two = new Key("CLAIM#" + Placed.at(BASE, 1, 1), "CLAIM");
        Key header = new Key("INVOICE#I", "HEADER");
        packed.putAll(List.of(item(one, 1)));

        Commit taken = packed.commit(List.of(
                Write.put(item(header, 1), Condition.NONE),
                Write.put(item(two, 1), Condition.ABSENT),
                Write.put(item(one, 2), Condition.ABSENT)));

        assertThat(taken).isEqualTo(new Commit(2, item(one, 1)));
        assertThat(packed.get(header)).isEmpty();
        assertThat(packed.get(two)).isEmpty();
        assertThat(packed.commit(List.of(
                                Write.put(item(header, 1), Condition.NONE),
                                Write.put(item(two, 1), Condition.ABSENT),
                                Write.put(item(one, 2), Condition.version(1))))
                        .done())
                .isTrue();
    }

    @Test
    void commit_refusesNoWrites_andOneKeyTwice_asAnyTable() {
        Table packed = PackedTable.of(new InMemoryTable());
        Write write = Write.put(item(KEYS.get(0), 1), Condition.NONE);
        assertThatThrownBy(() -> packed.commit(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> packed.commit(List.of(write, write))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longList_isStoredAsATable_andReadAsAList() {
        InMemoryTable stored = new InMemoryTable();
        Table packed = PackedTable.of(stored);
        List<Map<String, Object>> lines = IntStream.range(0, 50)
                .mapToObj(line -> Map.<String, Object>of("line", "line number " + line))
                .toList();
        Item item = Item.of(new Key("p", "s"), "test").list("lines", lines).build();

        packed.putAll(List.of(item));

        assertThat(packed.get(item.key())).contains(item);
        assertThat(packed.query("p", "", null, 10).items()).containsExactly(item);
        assertThat(stored.changes().get(0).item().attributes().get("lines")).isInstanceOf(Map.class);
    }

    @Test
    void parts_haveNoMoreStoredItemsThanFit() {
        List<UUID> ids = IntStream.range(0, 6)
                .mapToObj(number -> Placed.at(number < 3 ? BASE : OTHER, 1, number))
                .toList();
        assertThat(Packing.parts(ids, 1, id -> Stream.of(new Key("CLAIM#" + id, "CLAIM"))))
                .containsExactly(ids.subList(0, 3), ids.subList(3, 6));
        assertThat(Packing.parts(ids, 2, id -> Stream.of(new Key("CLAIM#" + id, "CLAIM"))))
                .containsExactly(ids);
        assertThat(Packing.parts(List.<UUID>of(), 2, id -> Stream.of())).isEmpty();
    }

    private static Stream<Key> some(SplittableRandom dice) {
        return KEYS.stream().filter(key -> dice.nextInt(6) == 0);
    }

    private static Write write(SplittableRandom dice, Key key) {
        Condition condition =
                switch (dice.nextInt(6)) {
                    case 0 -> Condition.ABSENT;
                    case 1 -> Condition.PRESENT;
                    case 2 -> Condition.version(dice.nextInt(3));
                    default -> Condition.NONE;
                };
        return dice.nextInt(3) == 0 ? Write.delete(key, condition) : Write.put(item(key, dice.nextInt(3)), condition);
    }

    private static Item item(Key key, long version) {
        return Item.of(key, "test")
                .number(Item.VERSION, version)
                .text("of", key.partition())
                .build();
    }

    /** Each item by itself: what a table is to whoever uses it. */
    private static final class PlainTable {

        private final TreeMap<Key, Item> items = new TreeMap<>();

        void putAll(List<Item> puts) {
            puts.forEach(item -> items.put(item.key(), item));
        }

        void deleteAll(List<Key> keys) {
            keys.forEach(items::remove);
        }

        boolean commit(List<Write> writes) {
            Map<Key, Item> before = new HashMap<>(items);
            boolean holds = writes.stream().allMatch(write -> holds(write, before.get(write.key())))
                    || (writes.size() == 1
                            && writes.get(0).item() != null
                            && writes.get(0)
                                    .item()
                                    .equals(before.get(writes.get(0).key())));
            if (holds) {
                writes.forEach(write -> {
                    if (write.item() == null) {
                        items.remove(write.key());
                    } else {
                        items.put(write.key(), write.item());
                    }
                });
            }
            return holds;
        }

        private static boolean holds(Write write, Item existing) {
            return switch (write.condition().kind()) {
                case NONE -> true;
                case ABSENT -> existing == null;
                case PRESENT -> existing != null;
                case VERSION ->
                    existing != null
                            && existing.read().number(Item.VERSION)
                                    == write.condition().expectedVersion();
            };
        }

        List<Item> getAll(List<Key> keys) {
            return keys.stream().filter(items::containsKey).map(items::get).toList();
        }

        List<Item> partition(String partition) {
            return items.values().stream()
                    .filter(item -> item.key().partition().equals(partition))
                    .toList();
        }
    }
}
