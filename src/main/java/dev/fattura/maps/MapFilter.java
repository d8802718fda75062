package dev.fattura.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of an OData filter that table maps use: {@code column eq value} and {@code column ne value}, joined by {@code and} and
 * {@code or}, where {@code and} binds closer. A value is a quoted text, a number, a date, a GUID, true, false or null.
 *
 * @param <T> the record that is filtered
 */
record MapFilter<T>(List<List<Predicate<T>>> anyOfAll) implements Predicate<T> {

    private static final Pattern COMPARISON =
            Pattern.compile("\\s*([A-Za-z_][\\w.]*)\\s+(eq|ne)\\s+('(?:[^']|'')*'|[^\\s']+)\\s*");
    private static final Pattern JOINT = Pattern.compile("(and|or)(?=\\s)");

    /** A filter that cannot be understood. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what);
        }
    }

    /** @param text the filter, or null for one that lets every record through */
    static <T> MapFilter<T> parse(@Nullable String text, SourceEntity<T> entity) throws Malformed {
        List<List<Predicate<T>>> anyOfAll = new ArrayList<>();
        anyOfAll.add(new ArrayList<>());
        int at = 0;
        while (text != null) {
            Matcher comparison = COMPARISON.matcher(text).region(at, text.length());
            if (!comparison.lookingAt()) {
                throw new Malformed("\"" + text.substring(at) + "\" is not \"column eq value\" or \"column ne value\"");
            }
            anyOfAll.get(anyOfAll.size() - 1).add(comparison(comparison, entity));
            if (comparison.end() == text.length()) {
                return new MapFilter<>(anyOfAll);
            }
            Matcher joint = JOINT.matcher(text).region(comparison.end(), text.length());
            if (!joint.lookingAt()) {
                throw new Malformed("\"" + text.substring(comparison.end()) + "\" does not begin with and, or or");
            }
            if (joint.group().equals("or")) {
                anyOfAll.add(new ArrayList<>());
            }
            at = joint.end();
        }
        return new MapFilter<>(anyOfAll);
    }

    @Override
    public boolean test(T record) {
        return anyOfAll.stream().anyMatch(all -> all.stream().allMatch(comparison -> comparison.test(record)));
    }

    private static <T> Predicate<T> comparison(Matcher comparison, SourceEntity<T> entity) throws Malformed {
        String name = comparison.group(1);
        SourceEntity.Column<T> column = entity.columns().get(name);
        if (column == null) {
            throw new Malformed("there is no column " + name + " in " + entity.name());
        }
        String wanted = literal(comparison.group(3), name, column.type());
        boolean equal = comparison.group(2).equals("eq");
        Function<T, @Nullable String> value = column.value();
        return record -> Objects.equals(value.apply(record), wanted) == equal;
    }

    private static @Nullable String literal(String text, String name, ColumnType type) throws Malformed {
        if (text.equals("null")) {
            return null;
        }
        boolean quoted = text.startsWith("'");
        String value = quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
        if (quoted != (type == ColumnType.TEXT) || !type.holds(value, List.of())) {
            throw new Malformed(text + " is no value of the column " + name);
        }
        return value;
    }
}
