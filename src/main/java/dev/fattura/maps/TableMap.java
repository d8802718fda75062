package dev.fattura.maps;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Crossing;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table map as its file has it (domain.md 4.3).
 *
 * @param name as dual-write calls it
 * @param version {@code x.y.z.w}
 * @param filter an OData filter over the source, or null for every record
 */
public record TableMap(
        Crossing crossing,
        String name,
        String version,
        Direction direction,
        String source,
        String target,
        @Nullable String filter,
        List<FieldMapping> fieldMappings) {

    /** Which way it carries. */
    public enum Direction implements Coded {
        OFFICE_TO_FINANCE("officeToFinance"),
        FINANCE_TO_OFFICE("financeToOffice");

        private final String code;

        Direction(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What happens to a value on its way. */
    public enum Transform implements Coded {
        /** It crosses as it is. */
        NONE("none"),
        /** A constant: always where there is no source column, else where the source is empty. */
        DEFAULT("default"),
        /** Another value for each; the default for those that are not listed. */
        VALUE_MAP("valueMap");

        private final String code;

        Transform(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * One column of the target and where its value comes from.
     *
     * @param source a column of the source entity, or null for a constant
     */
    public record FieldMapping(
            @Nullable String source,
            String target,
            Transform transform,
            Map<String, String> valueMap,
            @Nullable String defaultValue) {

        public FieldMapping {
            valueMap = Collections.unmodifiableMap(new LinkedHashMap<>(valueMap));
        }
    }

    public TableMap {
        fieldMappings = List.copyOf(fieldMappings);
    }
}
