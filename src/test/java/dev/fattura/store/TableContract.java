package dev.fattura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every table promises: it is run against the one in memory and against DynamoDB, so that the one stands for the other. */
abstract class TableContract {

    private static final int COURSES = Integer.getInteger("fattura.courses", 8);
    private static final int STEPS = 25;

    private static final Key KEY = new Key("p", "s");
    private static final Item VERSION_1 = item(KEY, 1);
    private static final Item VERSION_2 = item(KEY, 2);

    private Table table;

    /** An empty table. */
    abstract Table emptyTable();

    @BeforeEach
    void begin() {
        table = emptyTable();
    }

    static Item item(Key key, long version) {
        return Item.of(key, "test").number(Item.VERSION, version).build();
    }

    private static Key key(int number) {
        return new Key("p" + number % 3, String.format("s%04d", number));
    }

    private static List<Key> keys(int count) {
        return IntStream.range(0, count).mapToObj(TableContract::key).toList();
    }

    private static List<Item> items(int count) {
        return keys(count).stream().map(key -> item(key, 1)).toList();
    }

    /** Whatever is done in whatever order; a long run is {@code -Dfattura.courses=400}. */
    @Test
    void everyCourse_isThatOfItemsByThemselves() {
        for (int seed = 0; seed < COURSES; seed++) {
            TableCourse.play(emptyTable(), seed, STEPS);
            TableCourse.play(PackedTable.of(emptyTable()), seed, STEPS);
        }
    }

    @Test
    void get_isEmpty_whenNothingIsThere() {
        assertThat(table.get(KEY)).isEmpty();
    }

    @Test
    void get_returnsWhatWasPut_withEveryTypeOfAttribute() {
        Item full = Item.of(KEY, "test")
                .text("text", "Größe 🍷 \"quoted\" \n")
                .number("most", Long.MAX_VALUE)
                .number("least", Long.MIN_VALUE)
                .number("zero", 0)
                .flag("yes", true)
                .flag("no", false)
                .map("map", Map.of("inner", Map.of("deep", "x"), "count", 3L))
                .map("emptyMap", Map.of())
                .list("list", List.of(Map.of("a", "1", "b", true), Map.of("a", "2", "n", -5L)))
                .build();
        table.putAll(List.of(full));
        assertThat(table.get(KEY)).contains(full);
    }

    @Test
    void put_replacesTheWholeItem() {
        table.putAll(List.of(Item.of(KEY, "test").text("old", "gone").build()));
        table.putAll(List.of(VERSION_1));
        assertThat(table.get(KEY)).contains(VERSION_1);
    }

    @Test
    void getAll_returnsWhatIsThere_forMoreThanOneHundredKeys_repeatedOnesOnce() {
        table.putAll(items(120));
        List<Key> asked = new ArrayList<>(keys(250));
        asked.addAll(keys(250));
        assertThat(table.getAll(asked)).containsExactlyInAnyOrderElementsOf(items(120));
    }

    @Test
    void getAll_isEmpty_forNoKeys() {
        assertThat(table.getAll(List.of())).isEmpty();
    }

    @Test
    void putAll_putsMoreThanTwentyFive_andARepeatChangesNothing() {
        table.putAll(items(60));
        table.putAll(items(60));
        assertThat(table.getAll(keys(60))).containsExactlyInAnyOrderElementsOf(items(60));
        table.putAll(List.of());
    }

    @Test
    void putNew_putsMoreThanTwentyFive_whereNothingIs_andSaysWhatWasThereInstead() {
        table.putAll(List.of(item(key(3), 2), item(key(30), 1), item(key(55), 7)));

        assertThat(table.putNew(items(60))).containsExactlyInAnyOrder(item(key(3), 2), item(key(55), 7));

        List<Item> there = new ArrayList<>(items(60));
        there.set(3, item(key(3), 2));
        there.set(55, item(key(55), 7));
        assertThat(table.getAll(keys(60))).containsExactlyInAnyOrderElementsOf(there);
        assertThat(table.putNew(List.of())).isEmpty();
    }

    @Test
    void putNew_isDone_whenTheSameCameBefore_sinceItsAnswerMayHaveBeenLost() {
        assertThat(table.putNew(items(30))).isEmpty();
        assertThat(table.putNew(items(30))).isEmpty();
        assertThat(table.getAll(keys(40))).containsExactlyInAnyOrderElementsOf(items(30));
    }

    @Test
    void putNew_keepsEveryTypeOfAttribute() {
        Item full = Item.of(KEY, "test")
                .text("text", "Größe 'quoted' \" ? \n")
                .number("least", Long.MIN_VALUE)
                .flag("no", false)
                .map("map", Map.of("inner", Map.of("deep", "x"), "count", 3L))
                .list("list", List.of(Map.of("a", "1", "b", true)))
                .build();
        table.putNew(List.of(full));
        assertThat(table.get(KEY)).contains(full);
    }

    @Test
    void putNew_refusesOneKeyTwice() {
        assertThatThrownBy(() -> table.putNew(List.of(VERSION_1, VERSION_2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(table.get(KEY)).isEmpty();
    }

    @Test
    void deleteAll_deletesMoreThanTwentyFive_andAMissingKeyIsNoError() {
        table.putAll(items(60));
        table.deleteAll(keys(55));
        table.deleteAll(keys(55));
        assertThat(table.getAll(keys(60)))
                .containsExactlyInAnyOrderElementsOf(items(60).subList(55, 60));
        table.deleteAll(List.of());
    }

    @Test
    void query_returnsThePartitionInTheOrderOfItsSortKeys_andNoOther() {
        put("p A", "p c", "p a", "p b", "p10 a", "p# a", "q a");
        assertThat(sortKeys(table.query("p", "", null, 100))).containsExactly("A", "a", "b", "c");
        assertThat(table.query("p", "", null, 100).next()).isNull();
        assertThat(table.query("nothing", "", null, 100)).isEqualTo(new Page(List.of(), null));
    }

    @Test
    void query_returnsOnlyWhatBeginsWithThePrefix() {
        put("p A#1", "p B#1", "p B#2", "p B", "p BB#1", "p C#1");
        assertThat(sortKeys(table.query("p", "B#", null, 100))).containsExactly("B#1", "B#2");
    }

    @ParameterizedTest
    @CsvSource({
        "B#1,  B#2 B#3",
        "B#15, B#2 B#3", // nothing has that key
        "B#3,  ''",
        "B#,   B#1 B#2 B#3",
        "A#9,  B#1 B#2 B#3", // before the prefix
        "C#1,  ''", // behind it
    })
    void query_beginsAfterThatSortKey_whereverItIs(String after, String found) {
        put("p A#1", "p B#1", "p B#2", "p B#3", "p C#1");
        assertThat(String.join(" ", sortKeys(table.query("p", "B#", after, 100))))
                .isEqualTo(found);
    }

    @Test
    void query_givesAtMostTheLimit_andPagesGiveEverythingOnce() {
        table.putAll(IntStream.range(0, 25)
                .mapToObj(number -> item(new Key("p", String.format("B#%02d", number)), 1))
                .toList());
        put("p A#1", "p C#1");
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page page = table.query("p", "B#", after, 10);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(10);
            seen.addAll(sortKeys(page));
            after = page.next();
        } while (after != null);
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.range(0, 25)
                        .mapToObj(number -> String.format("B#%02d", number))
                        .toList());
    }

    /** Each condition against nothing, version 1 and version 2: what holds. */
    static Stream<Object[]> conditions() {
        return Stream.of(
                new Object[] {Condition.NONE, true, true, true},
                new Object[] {Condition.ABSENT, true, false, false},
                new Object[] {Condition.PRESENT, false, true, true},
                new Object[] {Condition.version(1), false, true, false},
                new Object[] {Condition.version(2), false, false, true});
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void commitOfOnePut_happensOnlyIfItsConditionHolds(
            Condition condition, boolean onNothing, boolean on1, boolean on2) {
        Item next = item(KEY, 3);
        check(null, Write.put(next, condition), onNothing, next);
        check(VERSION_1, Write.put(next, condition), on1, next);
        check(VERSION_2, Write.put(next, condition), on2, next);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void commitOfOneDelete_happensOnlyIfItsConditionHolds(
            Condition condition, boolean onNothing, boolean on1, boolean on2) {
        check(null, Write.delete(KEY, condition), onNothing, null);
        check(VERSION_1, Write.delete(KEY, condition), on1, null);
        check(VERSION_2, Write.delete(KEY, condition), on2, null);
    }

    /** A receipt that is answered is one. */
    @Test
    void commit_onAVersion_doesNotHappen_whereWhatIsThereHasNone() {
        Item without = Item.of(KEY, "test").build();
        check(without, Write.put(item(KEY, 3), Condition.version(1)), false, null);
        check(without, Write.delete(KEY, Condition.version(0)), false, null);
    }

    private void check(Item before, Write write, boolean holds, Item after) {
        table = emptyTable();
        if (before != null) {
            table.putAll(List.of(before));
        }
        assertThat(table.commit(List.of(write))).isEqualTo(holds ? Commit.DONE : new Commit(0, before));
        assertThat(table.get(KEY).orElse(null)).isEqualTo(holds ? after : before);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void commitOfMany_happensAsAWhole_orNotAtAll(Condition condition, boolean onNothing, boolean on1, boolean on2) {
        Item next = item(KEY, 3);
        checkTogether(null, Write.put(next, condition), onNothing, next);
        checkTogether(VERSION_1, Write.put(next, condition), on1, next);
        checkTogether(VERSION_2, Write.put(next, condition), on2, next);
        checkTogether(VERSION_1, Write.delete(KEY, condition), on1, null);
        checkTogether(null, Write.delete(KEY, condition), onNothing, null);
    }

    private void checkTogether(Item before, Write write, boolean holds, Item after) {
        table = emptyTable();
        Key added = new Key("other", "added");
        Key deleted = new Key("other", "deleted");
        table.putAll(List.of(item(deleted, 1)));
        if (before != null) {
            table.putAll(List.of(before));
        }
        Commit commit = table.commit(
                List.of(Write.put(item(added, 1), Condition.ABSENT), write, Write.delete(deleted, Condition.PRESENT)));
        assertThat(commit).isEqualTo(holds ? Commit.DONE : new Commit(1, before));
        assertThat(table.get(KEY).orElse(null)).isEqualTo(holds ? after : before);
        assertThat(table.get(added).isPresent()).isEqualTo(holds);
        assertThat(table.get(deleted).isPresent()).isEqualTo(!holds);
    }

    @Test
    void commitOfMany_namesTheFirstWriteWhoseConditionFailed() {
        Key second = new Key("q", "second");
        table.putAll(List.of(item(second, 5), VERSION_2));
        Commit commit = table.commit(List.of(
                Write.put(item(new Key("q", "first"), 1), Condition.ABSENT),
                Write.put(item(second, 6), Condition.version(4)),
                Write.put(VERSION_1, Condition.ABSENT)));
        assertThat(commit).isEqualTo(new Commit(1, item(second, 5)));
    }

    @Test
    void commit_isDone_whenTheSameSinglePutCameBefore_sinceItsAnswerMayHaveBeenLost() {
        Write put = Write.put(VERSION_1, Condition.ABSENT);
        assertThat(table.commit(List.of(put)).done()).isTrue();
        assertThat(table.commit(List.of(put)).done()).isTrue();
        Write next = Write.put(VERSION_2, Condition.version(1));
        assertThat(table.commit(List.of(next)).done()).isTrue();
        assertThat(table.commit(List.of(next)).done()).isTrue();
        assertThat(table.get(KEY)).contains(VERSION_2);
    }

    @Test
    void commit_takesOneHundredWrites_andRefusesMore() {
        List<Write> writes = items(101).stream()
                .map(item -> Write.put(item, Condition.ABSENT))
                .toList();
        assertThatThrownBy(() -> table.commit(writes)).isInstanceOf(IllegalArgumentException.class);
        assertThat(table.getAll(keys(101))).isEmpty();
        assertThat(table.commit(writes.subList(0, 100)).done()).isTrue();
        assertThat(table.getAll(keys(101))).hasSize(100);
    }

    @Test
    void commit_refusesNoWrites_andOneKeyTwice() {
        assertThatThrownBy(() -> table.commit(List.of())).isInstanceOf(IllegalArgumentException.class);
        List<Write> twice = List.of(Write.put(VERSION_1, Condition.NONE), Write.delete(KEY, Condition.NONE));
        assertThatThrownBy(() -> table.commit(twice)).isInstanceOf(IllegalArgumentException.class);
        assertThat(table.get(KEY)).isEmpty();
    }

    /** Each as partition, space, sort key. */
    private void put(String... keys) {
        table.putAll(Stream.of(keys)
                .map(key -> key.split(" "))
                .map(parts -> item(new Key(parts[0], parts[1]), 1))
                .toList());
    }

    private static List<String> sortKeys(Page page) {
        return page.items().stream().map(item -> item.key().sort()).toList();
    }
}
