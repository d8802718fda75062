package dev.fattura.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Many maps that are alike as one: a table of short texts, which a person can read. What all of them say is said once; the beginning that
 * all cells of a column share is said once; a column that says the same as another is not repeated, nor what a cell says or begins with
 * as the one above.
 *
 * <p>Nothing is lost: {@link #read} gives the very maps that {@link #of} was given. The same maps in the same order are the same table.
 */
final class Columns {

    private static final String COMMON = "common";
    private static final String COLUMNS = "columns";
    private static final String ROWS = "rows";
    private static final String COUNT = "count";
    private static final String NAME = "name";
    private static final String TYPE = "type";
    private static final String PREFIX = "prefix";
    private static final String AS = "as";

    /** A shorter one costs more than it spares. */
    private static final int SHORTEST_PREFIX = 3;

    private static final String ABSENT = "\\0";
    private static final String EMPTY = "\\e";
    private static final String AS_ABOVE = "";

    /** A cell that begins as the one above, which ids of one sheet do: after it, how many characters they share. */
    private static final String KEEP = "\\k";

    private static final char KEPT = '|';
    private static final int SHORTEST_KEPT = 8;

    private Columns() {}

    static Map<String, Object> of(List<Map<String, Object>> maps) {
        List<Map<String, Object>> flat = maps.stream().map(Paths::flat).toList();
        Map<String, Object> common = common(flat);
        List<Map<String, Object>> columns = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        Map<List<String>, Integer> written = new LinkedHashMap<>();
        for (String name : names(flat, common)) {
            for (Type type : Type.values()) {
                column(flat, name, type, columns, cells, written);
            }
        }
        Map<String, Object> table = new TreeMap<>();
        table.put(COUNT, (long) maps.size());
        // What is empty comes out of a stream as an attribute without a type.
        if (!common.isEmpty()) {
            table.put(COMMON, common);
        }
        if (!columns.isEmpty()) {
            table.put(COLUMNS, columns);
            table.put(ROWS, rows(cells, maps.size()));
        }
        return table;
    }

    static List<Map<String, Object>> read(Attributes table) {
        Map<String, Object> common = table.map(COMMON).map(Attributes::values).orElse(Map.of());
        List<Attributes> columns = table.list(COLUMNS);
        int count = Math.toIntExact(table.number(COUNT));
        List<String[]> cells = columns.isEmpty() ? List.of() : cells(columns, rows(table.text(ROWS), count));
        List<Map<String, Object>> maps = new ArrayList<>(count);
        for (int row = 0; row < count; row++) {
            Map<String, Object> flat = new TreeMap<>(common);
            for (int index = 0; index < columns.size(); index++) {
                String cell = cells.get(index)[row];
                if (cell != null) {
                    Attributes column = columns.get(index);
                    flat.put(column.text(NAME), Type.of(column).value(cell));
                }
            }
            maps.add(Paths.nested(flat));
        }
        return maps;
    }

    /** What a cell is; texts are not marked. */
    private enum Type {
        TEXT,
        NUMBER,
        FLAG;

        static Type of(Attributes column) {
            String code = column.optionalText(TYPE);
            return code == null
                    ? TEXT
                    : Arrays.stream(values())
                            .filter(type -> type.name().equals(code))
                            .findFirst()
                            .orElseThrow();
        }

        @Nullable
        String cell(@Nullable Object value) {
            boolean mine =
                    switch (this) {
                        case TEXT -> value instanceof String;
                        case NUMBER -> value instanceof Long;
                        case FLAG -> value instanceof Boolean;
                    };
            return mine ? String.valueOf(value) : null;
        }

        Object value(String cell) {
            return switch (this) {
                case TEXT -> cell;
                case NUMBER -> Long.valueOf(cell);
                case FLAG -> Boolean.valueOf(cell);
            };
        }
    }

    private static Map<String, Object> common(List<Map<String, Object>> flat) {
        Map<String, Object> common = new TreeMap<>(flat.isEmpty() ? Map.of() : flat.get(0));
        for (Map<String, Object> map : flat) {
            common.entrySet().removeIf(entry -> !entry.getValue().equals(map.get(entry.getKey())));
        }
        return common;
    }

    private static Set<String> names(List<Map<String, Object>> flat, Map<String, Object> common) {
        Set<String> names = new TreeSet<>();
        flat.forEach(map -> names.addAll(map.keySet()));
        names.removeAll(common.keySet());
        return names;
    }

    private static void column(
            List<Map<String, Object>> flat,
            String name,
            Type type,
            List<Map<String, Object>> columns,
            List<List<String>> cells,
            Map<List<String>, Integer> written) {
        List<@Nullable String> values = new ArrayList<>();
        flat.forEach(map -> values.add(type.cell(map.get(name))));
        if (values.stream().allMatch(Objects::isNull)) {
            return;
        }
        String prefix = prefix(values);
        List<String> rest = new ArrayList<>();
        for (String value : values) {
            rest.add(value == null ? ABSENT : escaped(value.substring(prefix.length())));
        }
        Map<String, Object> column = new TreeMap<>();
        column.put(NAME, name);
        if (type != Type.TEXT) {
            column.put(TYPE, type.name());
        }
        if (!prefix.isEmpty()) {
            column.put(PREFIX, prefix);
        }
        Integer same = written.putIfAbsent(rest, columns.size());
        if (same == null) {
            cells.add(rest);
        } else {
            column.put(AS, same.longValue());
        }
        columns.add(column);
    }

    private static String prefix(List<@Nullable String> values) {
        String prefix = null;
        for (String value : values) {
            if (value != null) {
                prefix = prefix == null ? value : prefix.substring(0, shared(prefix, value));
            }
        }
        if (prefix == null) {
            return "";
        }
        int end = wholeCharacters(prefix, prefix.length());
        return end < SHORTEST_PREFIX ? "" : prefix.substring(0, end);
    }

    private static int shared(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int length = 0;
        while (length < most && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String rows(List<List<String>> columns, int count) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < count; row++) {
            if (row > 0) {
                rows.append('\n');
            }
            for (int column = 0; column < columns.size(); column++) {
                if (column > 0) {
                    rows.append('\t');
                }
                String cell = columns.get(column).get(row);
                rows.append(row == 0 ? cell : below(columns.get(column).get(row - 1), cell));
            }
        }
        return rows.toString();
    }

    /** A cell as it is written below another. */
    private static String below(String above, String cell) {
        if (cell.equals(above)) {
            return AS_ABOVE;
        }
        int kept = wholeCharacters(cell, shared(above, cell));
        return kept < SHORTEST_KEPT ? cell : KEEP + kept + KEPT + cell.substring(kept);
    }

    /** The cell that was written so below another. */
    private static String read(String above, String written) {
        if (written.equals(AS_ABOVE)) {
            return above;
        }
        if (!written.startsWith(KEEP)) {
            return written;
        }
        int end = written.indexOf(KEPT);
        int kept = Integer.parseInt(written, KEEP.length(), end, 10);
        return above.substring(0, kept) + written.substring(end + 1);
    }

    /** Half a character is no text. */
    private static int wholeCharacters(String text, int length) {
        return length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    }

    private static List<String[]> rows(String text, int count) {
        String[] rows = text.split("\n", -1);
        if (rows.length != count) {
            throw new IllegalStateException("A table of " + count + " rows has " + rows.length);
        }
        return Arrays.stream(rows).map(row -> row.split("\t", -1)).toList();
    }

    /** The cells of each column, null where there is none. */
    private static List<String[]> cells(List<Attributes> columns, List<String[]> rows) {
        List<String[]> cells = new ArrayList<>();
        int place = 0;
        for (Attributes column : columns) {
            String prefix = Objects.requireNonNullElse(column.optionalText(PREFIX), "");
            boolean own = !column.has(AS);
            // A column that is like another has the same cells as that one, behind a beginning of its own.
            int from = own ? place++ : place(columns, Math.toIntExact(column.number(AS)));
            cells.add(cells(rows, from, prefix));
        }
        return cells;
    }

    private static int place(List<Attributes> columns, int index) {
        return (int) columns.subList(0, index).stream()
                .filter(column -> !column.has(AS))
                .count();
    }

    private static String[] cells(List<String[]> rows, int place, String prefix) {
        String[] cells = new String[rows.size()];
        String above = ABSENT;
        for (int row = 0; row < cells.length; row++) {
            String cell = rows.get(row)[place];
            above = row == 0 ? cell : read(above, cell);
            cells[row] = above.equals(ABSENT) ? null : prefix + unescaped(above);
        }
        return cells;
    }

    private static String escaped(String text) {
        return text.isEmpty()
                ? EMPTY
                : text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String unescaped(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        if (cell.equals(EMPTY)) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < cell.length(); index++) {
            char character = cell.charAt(index);
            if (character == '\\') {
                index++;
                character = switch (cell.charAt(index)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    default -> '\\';
                };
            }
            text.append(character);
        }
        return text.toString();
    }
}
