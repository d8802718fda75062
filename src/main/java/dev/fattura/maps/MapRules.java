package dev.fattura.maps;

import dev.fattura.maps.BadTableMap.Problem;
import dev.fattura.maps.TableMap.FieldMapping;
import dev.fattura.maps.TableMap.Transform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What dual-write holds a table map to before it runs (domain.md 4.3), with its codes. */
final class MapRules {

    private final TableMap map;
    private final TargetEntity target;
    private final List<Problem> problems = new ArrayList<>();

    private MapRules(TableMap map, TargetEntity target) {
        this.map = map;
        this.target = target;
    }

    /** The filter of a map that keeps all rules. @throws BadTableMap that names every problem of one that does not */
    static <T> MapFilter<T> check(TableMap map, SourceEntity<T> source, TargetEntity target) {
        MapRules rules = new MapRules(map, target);
        rules.requireEntities(source);
        rules.requireMapped();
        rules.requireOnce();
        map.fieldMappings().forEach(mapping -> rules.checkMapping(mapping, source));
        MapFilter<T> filter = rules.filter(source);
        if (filter == null || !rules.problems.isEmpty()) {
            throw new BadTableMap(map.crossing(), rules.problems);
        }
        return filter;
    }

    private void requireEntities(SourceEntity<?> source) {
        if (!map.source().equals(source.name())) {
            add(map.source(), MapProblem.SOURCE_UNKNOWN, "the source must be " + source.name());
        }
        if (!map.target().equals(target.name())) {
            add(map.target(), MapProblem.TARGET_UNKNOWN, "the target must be " + target.name());
        }
    }

    private void requireMapped() {
        Set<String> mapped = new HashSet<>();
        map.fieldMappings().forEach(mapping -> mapped.add(mapping.target()));
        target.columns().forEach((name, column) -> {
            if (mapped.contains(name)) {
                return;
            }
            switch (column.presence()) {
                case KEY -> add(name, MapProblem.KEY_UNMAPPED, "this column of the integration key is not mapped");
                case REQUIRED, MAPPED ->
                    add(name, MapProblem.MANDATORY_UNMAPPED, "this mandatory column is not mapped");
                case OPTIONAL, READ_ONLY -> {
                    // May be left out.
                }
            }
        });
    }

    private void requireOnce() {
        Set<String> targets = new HashSet<>();
        Set<FieldMapping> mappings = new HashSet<>();
        for (FieldMapping mapping : map.fieldMappings()) {
            if (!mappings.add(mapping)) {
                add(mapping.target(), MapProblem.MAPPING_TWICE, "this mapping is there twice");
            } else if (!targets.add(mapping.target())) {
                add(mapping.target(), MapProblem.TARGET_TWICE, "this column is mapped twice");
            }
        }
    }

    private <T> void checkMapping(FieldMapping mapping, SourceEntity<T> source) {
        TargetEntity.Column to = target.columns().get(mapping.target());
        if (to == null) {
            add(mapping.target(), MapProblem.TARGET_UNKNOWN, "there is no such column in " + target.name());
            return;
        }
        if (to.presence() == TargetEntity.Presence.READ_ONLY) {
            add(mapping.target(), MapProblem.READ_ONLY_MAPPED, "this column is read-only");
        }
        SourceEntity.Column<T> from = null;
        if (mapping.source() != null) {
            from = source.columns().get(mapping.source());
            if (from == null) {
                add(mapping.source(), MapProblem.SOURCE_UNKNOWN, "there is no such column in " + source.name());
                return;
            }
        }
        checkTransform(mapping, to, from == null ? null : from.type());
    }

    private void checkTransform(FieldMapping mapping, TargetEntity.Column to, @Nullable ColumnType from) {
        Transform transform = mapping.transform();
        if (from == null && transform != Transform.DEFAULT) {
            add(mapping.target(), MapProblem.SOURCE_UNKNOWN, "only a default may do without a source");
        }
        if (transform == Transform.DEFAULT && mapping.defaultValue() == null) {
            add(mapping.target(), MapProblem.DEFAULT_MISSING, "its default has no value");
        }
        if (transform == Transform.VALUE_MAP && mapping.valueMap().isEmpty()) {
            add(mapping.target(), MapProblem.DEFAULT_MISSING, "its value map has no values");
        }
        if (transform != Transform.VALUE_MAP && from != null && !from.crossesInto(to.type())) {
            add(
                    mapping.target(),
                    MapProblem.TYPES_DIFFER,
                    "it is " + to.type() + " and " + mapping.source() + " is " + from);
        }
        List<String> values = new ArrayList<>(mapping.valueMap().values());
        if (mapping.defaultValue() != null) {
            values.add(mapping.defaultValue());
        }
        values.stream()
                .filter(value -> !to.holds(value))
                .forEach(value -> add(mapping.target(), MapProblem.TYPES_DIFFER, "it cannot hold \"" + value + "\""));
    }

    private <T> @Nullable MapFilter<T> filter(SourceEntity<T> source) {
        try {
            return MapFilter.parse(map.filter(), source);
        } catch (MapFilter.Malformed malformed) {
            add("filter", MapProblem.BAD_FILTER, String.valueOf(malformed.getMessage()));
            return null;
        }
    }

    private void add(String where, MapProblem code, String what) {
        problems.add(new Problem(where, code, what));
    }
}
