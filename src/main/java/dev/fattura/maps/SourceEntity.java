package dev.fattura.maps;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entity that a table map reads: its columns by their names on that side, each with the one place where its value is read from
 * a record of ours.
 *
 * @param <T> the record
 */
public record SourceEntity<T>(String name, Map<String, Column<T>> columns) {

    /** A column; its value is text, or null where it is empty. */
    public record Column<T>(ColumnType type, Function<T, @Nullable String> value) {}

    public SourceEntity {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    static <T> Builder<T> named(String name) {
        return new Builder<>(name);
    }

    /** Adds up the columns of an entity. */
    static final class Builder<T> {

        private final String name;
        private final Map<String, Column<T>> columns = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        Builder<T> column(String column, ColumnType type, Function<T, @Nullable String> value) {
            columns.put(column, new Column<>(type, value));
            return this;
        }

        SourceEntity<T> build() {
            return new SourceEntity<>(name, columns);
        }
    }
}
