package dev.fattura.store;

import static dev.fattura.store.TableCourse.BASE;
import static dev.fattura.store.TableCourse.KEYS;
import static dev.fattura.store.TableCourse.OTHER;
import static dev.fattura.store.TableCourse.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.Placed;
import dev.fattura.support.InMemoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table whose facts share items behaves like one in which each has an item of its own. */
class PackedTableTest {

    private static final int SEEDS = 300;
    private static final int STEPS = 12;

    /** Any course of operations ends as it would in a plain table, and is answered as there. */
    @Test
    void everyCourse_isThatOfAPlainTable() {
        for (int seed = 0; seed < SEEDS; seed++) {
            InMemoryTable stored = new InMemoryTable();
            PlainTable plain = TableCourse.play(PackedTable.of(stored), seed, STEPS);
            assertThat(stored.contents()).as("seed " + seed).isEqualTo(plain.items());
        }
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

    /** Of eleven sheets of 398 KB each one short fact is written: with all that is on the sheets it would be 4 MB. */
    @Test
    void commit_ofFewFactsOnLargeSheets_isTooLarge_andIsWrittenInHalves() {
        InMemoryTable stored = new InMemoryTable();
        Table packed = PackedTable.of(stored);
        List<UUID> bases = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> Placed.base("large", Integer.toString(number)))
                .toList();
        bases.forEach(base -> packed.putAll(List.of(
                Item.of(row(base, 0), "test").text("of", "x".repeat(398 * 1024)).build())));
        List<Integer> sizes = new ArrayList<>();
        int before = stored.changes().size();

        boolean done = Parts.each(bases, Table.COMMIT_LIMIT, base -> Stream.of(row(base, 1)), part -> {
            sizes.add(part.size());
            return packed.commit(part.stream()
                            .map(base -> Write.put(item(row(base, 1), 1), Condition.ABSENT))
                            .toList())
                    .done();
        });

        assertThat(done).isTrue();
        assertThat(sizes).containsExactly(11, 5, 6);
        assertThat(stored.changes()).hasSize(before + 11);
        assertThat(packed.getAll(bases.stream().map(base -> row(base, 1)).toList()))
                .hasSize(11);
    }

    /** What a transaction replaces may count too. */
    @Test
    void commit_thatDeletesLargeSheets_isTooLarge() {
        Table packed = PackedTable.of(new InMemoryTable());
        List<Key> rows = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> row(Placed.base("large", Integer.toString(number)), 0))
                .toList();
        rows.forEach(row -> packed.putAll(
                List.of(Item.of(row, "test").text("of", "x".repeat(398 * 1024)).build())));
        List<Write> writes =
                rows.stream().map(row -> Write.delete(row, Condition.PRESENT)).toList();

        assertThatThrownBy(() -> packed.commit(writes)).isInstanceOf(CommitTooLarge.class);

        assertThat(packed.getAll(rows)).hasSize(11);
    }

    @Test
    void parts_endWithTheFirstThatIsNotWritten_andAValueThatIsTooLargeIsTold() {
        List<Integer> seen = new ArrayList<>();
        assertThat(Parts.each(List.of(1, 2, 3), 1, value -> Stream.of(new Key("p", "" + value)), part -> {
                    seen.addAll(part);
                    return !part.contains(2);
                }))
                .isFalse();
        assertThat(seen).containsExactly(1, 2);
        assertThatThrownBy(() -> Parts.orHalves(List.of(1, 2), part -> {
                    throw new CommitTooLarge(5_000_000);
                }))
                .isInstanceOf(CommitTooLarge.class)
                .hasMessage("5000000 bytes are more than a transaction has");
    }

    private static Key row(UUID base, int line) {
        return new Key("ACTUAL#" + Placed.at(base, 1, line), "ROW");
    }
}
