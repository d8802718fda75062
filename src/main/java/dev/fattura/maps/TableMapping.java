package dev.fattura.maps;

import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.maps.TableMap.FieldMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table map that is checked and bound to what it reads: it says which records cross, and what they become.
 *
 * @param <T> the record that it reads
 */
public final class TableMapping<T> {

    private final TableMap map;
    private final MapFilter<T> filter;
    private final List<Step<T>> steps;

    /** A column of the target, and the column of the source that it is made of, if there is one. */
    private record Step<T>(FieldMapping mapping, TargetEntity.Column target, SourceEntity.@Nullable Column<T> source) {}

    private TableMapping(TableMap map, MapFilter<T> filter, List<Step<T>> steps) {
        this.map = map;
        this.filter = filter;
        this.steps = steps;
    }

    /** @throws BadTableMap if the map does not fit these entities */
    static <T> TableMapping<T> of(TableMap map, SourceEntity<T> source, TargetEntity target) {
        MapFilter<T> filter = MapRules.check(map, source, target);
        List<Step<T>> steps = map.fieldMappings().stream()
                .map(mapping -> new Step<>(
                        mapping,
                        Objects.requireNonNull(target.columns().get(mapping.target())),
                        mapping.source() == null ? null : source.columns().get(mapping.source())))
                .toList();
        return new TableMapping<>(map, filter, steps);
    }

    public TableMap map() {
        return map;
    }

    /** Whether the filter lets that record cross. */
    public boolean takes(T record) {
        return filter.test(record);
    }

    /** What it becomes. @throws SyncFailure if a column that must have a value gets none, or a value map does not have it */
    public TargetRow row(T record) {
        Map<String, String> values = new HashMap<>();
        for (Step<T> step : steps) {
            String value = value(step, record);
            if (value != null) {
                values.put(step.mapping().target(), value);
            } else if (step.target().neverEmpty()) {
                throw new SyncFailure(
                        map.crossing(),
                        SyncErrorCode.VALUE_MISSING,
                        "The column " + step.mapping().source() + " is empty, and "
                                + step.mapping().target() + " must have a value.");
            }
        }
        return new TargetRow(map.crossing(), values);
    }

    private @Nullable String value(Step<T> step, T record) {
        FieldMapping mapping = step.mapping();
        String value = step.source() == null ? null : step.source().value().apply(record);
        return switch (mapping.transform()) {
            case NONE -> value;
            case DEFAULT -> value == null ? mapping.defaultValue() : value;
            case VALUE_MAP -> value == null ? mapping.defaultValue() : mapped(mapping, value);
        };
    }

    private String mapped(FieldMapping mapping, String value) {
        String mapped = mapping.valueMap().getOrDefault(value, mapping.defaultValue());
        if (mapped == null) {
            throw new SyncFailure(
                    map.crossing(),
                    SyncErrorCode.VALUE_UNMAPPED,
                    "The value " + value + " of " + mapping.source() + " is not in the value map of " + mapping.target()
                            + ".");
        }
        return mapped;
    }
}
