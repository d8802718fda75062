package dev.fattura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {

    private static final int SEEDS = 500;

    /** What a table could trip over: its own marks, halves of characters, nothing at all. */
    private static final List<String> TEXTS = List.of(
            "",
            "\\",
            "\\0",
            "\\e",
            "\\k8|",
            "\\k28|x",
            "a\tb",
            "a\nb",
            "~0/#1",
            "1a252c46-a14b-8f68-9207-7f5cc4210000",
            "1a252c46-a14b-8f68-9207-7f5cc4210001",
            "1a252c46-a14b-8f68-9207-7f5cc42100🍷",
            "1a252c46-a14b-8f68-9207-7f5cc42100🍺",
            "Größe",
            "x");

    private static final List<String> NAMES = List.of("a", "b/c", "#d", "~", "{}", "[]", "", "e.f");

    @Test
    void everyTable_isReadAsItWas() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom dice = new SplittableRandom(seed);
            List<Map<String, Object>> maps = new ArrayList<>();
            for (int row = dice.nextInt(6); row >= 0; row--) {
                maps.add(map(dice, 3));
            }
            assertThat(read(Columns.of(maps))).as("seed %s", seed).isEqualTo(maps);
        }
    }

    @Test
    void nothing_isATableToo() {
        assertThat(read(Columns.of(List.of()))).isEmpty();
        assertThat(read(Columns.of(List.of(Map.of())))).isEqualTo(List.of(Map.of()));
        assertThat(read(Columns.of(List.of(Map.of(), Map.of())))).isEqualTo(List.of(Map.of(), Map.of()));
    }

    @Test
    void whatIsAlike_isSaidOnce() {
        Map<String, Object> table = Columns.of(List.of(
                line("1a252c46-a14b-8f68-9207-7f5cc4210000", "2026-01-12", 4L),
                line("1a252c46-a14b-8f68-9207-7f5cc4210001", "2026-01-12", 8L),
                line("94e77091-c9db-8c36-8666-dc0c69250000", "2026-01-15", 8L)));

        assertThat(table)
                .isEqualTo(
                        Map.of(
                                "count",
                                3L,
                                "common",
                                Map.of("unit", "hour"),
                                "columns",
                                List.of(
                                        Map.of("name", "actual"),
                                        Map.of("name", "copy", "as", 0L),
                                        Map.of("name", "date", "prefix", "2026-01-1"),
                                        Map.of("name", "quantity", "type", "NUMBER")),
                                "rows",
                                "1a252c46-a14b-8f68-9207-7f5cc4210000\t2\t4\n\\k35|1\t\t8\n94e77091-c9db-8c36-8666-dc0c69250000\t5\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x\nx\nx"})
    void tableOfAnotherLength_isCorrupt(String rows) {
        Map<String, Object> table = new TreeMap<>(Columns.of(List.of(Map.of("a", "1"), Map.of("a", "2"))));
        table.put("rows", rows);
        assertThatThrownBy(() -> read(table)).isInstanceOf(IllegalStateException.class);
    }

    private static Map<String, Object> line(String id, String date, long quantity) {
        return Map.of("actual", id, "copy", id, "date", date, "quantity", quantity, "unit", "hour");
    }

    private static List<Map<String, Object>> read(Map<String, Object> table) {
        return Columns.read(new Attributes(table));
    }

    private static Map<String, Object> map(SplittableRandom dice, int depth) {
        Map<String, Object> map = new TreeMap<>();
        for (int entry = dice.nextInt(5); entry > 0; entry--) {
            map.put(NAMES.get(dice.nextInt(NAMES.size())), value(dice, depth));
        }
        return map;
    }

    private static Object value(SplittableRandom dice, int depth) {
        return switch (dice.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> dice.nextLong(-2, 3);
            case 1 -> dice.nextBoolean();
            case 5 -> map(dice, depth - 1);
            case 6, 7 -> list(dice, depth - 1);
            default -> TEXTS.get(dice.nextInt(TEXTS.size()));
        };
    }

    private static List<Object> list(SplittableRandom dice, int depth) {
        List<Object> list = new ArrayList<>();
        for (int element = dice.nextInt(13); element > 0; element--) {
            list.add(map(dice, depth));
        }
        return list;
    }
}
