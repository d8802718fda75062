package dev.fattura.maps;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entity that a table map writes: its columns by their names on that side. */
public record TargetEntity(String name, Map<String, Column> columns) {

    /** Whether a column has to be mapped, and has to have a value. */
    public enum Presence {
        /** The integration key: mapped, and never empty. */
        KEY,
        /** Mapped, and never empty. */
        REQUIRED,
        /** Mapped, but empty where the source is. */
        MAPPED,
        /** Left out by whoever does not need it. */
        OPTIONAL,
        /** Of the other system's own making. */
        READ_ONLY
    }

    /**
     * A column.
     *
     * @param elements of an enum; empty for all other types
     */
    public record Column(ColumnType type, Presence presence, List<String> elements) {

        public Column {
            elements = List.copyOf(elements);
        }

        boolean neverEmpty() {
            return presence == Presence.KEY || presence == Presence.REQUIRED;
        }

        boolean holds(String value) {
            return type.holds(value, elements);
        }
    }

    public TargetEntity {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    static Builder named(String name) {
        return new Builder(name);
    }

    /** Adds up the columns of an entity. */
    static final class Builder {

        private final String name;
        private final Map<String, Column> columns = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        Builder column(String column, ColumnType type, Presence presence) {
            columns.put(column, new Column(type, presence, List.of()));
            return this;
        }

        Builder enumeration(String column, Presence presence, List<String> elements) {
            columns.put(column, new Column(ColumnType.ENUM, presence, elements));
            return this;
        }

        TargetEntity build() {
            return new TargetEntity(name, columns);
        }
    }
}
