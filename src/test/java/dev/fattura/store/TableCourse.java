package dev.fattura.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Placed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A random course of operations on a table, which has to answer and to end like one in which each item is by itself. */
final class TableCourse {

    static final UUID BASE = Placed.base("test", "1");
    static final UUID OTHER = Placed.base("test", "2");
    private static final String PARTITION = "INVOICE#I#0";
    private static final String PREFIX = "DETAIL#";

    /** Facts of two sheets in each place that can have them, and items that share none. */
    static final List<Key> KEYS = Stream.of(BASE, OTHER)
            .flatMap(base -> IntStream.range(0, 3).boxed().flatMap(line -> Stream.of(1, 2)
                    .map(part -> Placed.at(base, part, line))))
            .flatMap(id -> Stream.of(
                    new Key("ACTUAL#" + id, "ROW"),
                    new Key("CLAIM#" + id, "CLAIM"),
                    new Key(PARTITION, PREFIX + id),
                    new Key(
                            PARTITION,
                            PREFIX + UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8)))))
            .toList();

    private final Table table;
    private final SplittableRandom dice;
    private final PlainTable plain = new PlainTable();

    private TableCourse(Table table, long seed) {
        this.table = table;
        this.dice = new SplittableRandom(seed);
    }

    /** Plays so many operations on an empty table, looks at it after each, and gives what it should have in the end. */
    static PlainTable play(Table empty, long seed, int steps) {
        TableCourse course = new TableCourse(empty, seed);
        for (int step = 0; step < steps; step++) {
            String what = "seed " + seed + ", step " + step;
            course.change(what);
            course.look(what);
        }
        return course.plain;
    }

    private void change(String what) {
        switch (dice.nextInt(6)) {
            case 0 -> {
                List<Item> items = items(some());
                table.putAll(items);
                plain.putAll(items);
            }
            case 1 -> {
                List<Key> keys = some();
                table.deleteAll(keys);
                plain.deleteAll(keys);
            }
            case 2 -> {
                List<Item> items = items(some().stream()
                        .filter(key -> Packing.sheet(key).isEmpty())
                        .toList());
                assertThat(table.putNew(items)).as(what).containsExactlyInAnyOrderElementsOf(plain.putNew(items));
            }
            default -> commit(what);
        }
    }

    private void commit(String what) {
        List<Write> writes = some().stream().map(this::write).toList();
        if (writes.isEmpty()) {
            return;
        }
        Commit commit = table.commit(writes);
        if (!commit.done()) {
            // Of several whose conditions do not hold, which one is told is not promised.
            Write refused = writes.get(commit.failed());
            assertThat(plain.holds(refused)).as(what).isFalse();
            assertThat(Optional.ofNullable(commit.existing()))
                    .as(what)
                    .isEqualTo(Optional.ofNullable(plain.items().get(refused.key())));
        }
        assertThat(commit.done()).as(what).isEqualTo(plain.commit(writes));
    }

    private void look(String what) {
        List<Key> keys = some();
        assertThat(table.getAll(keys)).as(what).containsExactlyInAnyOrderElementsOf(plain.getAll(keys));
        keys.stream().limit(2).forEach(key -> assertThat(table.get(key))
                .as(what)
                .isEqualTo(Optional.ofNullable(plain.items().get(key))));
        int limit = 1 + dice.nextInt(5);
        assertThat(walk(limit)).as(what + ", pages of " + limit).isEqualTo(plain.partition(PARTITION, PREFIX));
    }

    private List<Item> walk(int limit) {
        List<Item> walked = new ArrayList<>();
        String after = null;
        do {
            Page page = table.query(PARTITION, PREFIX, after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            walked.addAll(page.items());
            after = page.next();
        } while (after != null);
        return walked;
    }

    private List<Key> some() {
        return KEYS.stream().filter(key -> dice.nextInt(6) == 0).toList();
    }

    private List<Item> items(List<Key> keys) {
        return keys.stream().map(key -> item(key, dice.nextInt(3))).toList();
    }

    private Write write(Key key) {
        Condition condition =
                switch (dice.nextInt(6)) {
                    case 0 -> Condition.ABSENT;
                    case 1 -> Condition.PRESENT;
                    case 2 -> Condition.version(dice.nextInt(3));
                    default -> Condition.NONE;
                };
        return dice.nextInt(3) == 0 ? Write.delete(key, condition) : Write.put(item(key, dice.nextInt(3)), condition);
    }

    static Item item(Key key, long version) {
        return Item.of(key, "test")
                .number(Item.VERSION, version)
                .text("of", key.partition())
                .build();
    }
}
