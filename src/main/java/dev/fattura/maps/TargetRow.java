package dev.fattura.maps;

import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.SyncErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a table map made of a record: the values of the target's columns by their names. Empty ones are left out. */
public record TargetRow(Crossing crossing, Map<String, String> values) {

    public TargetRow {
        values = Map.copyOf(values);
    }

    /** The value of a column. @throws SyncFailure if it is empty */
    public String text(String column) {
        String value = values.get(column);
        if (value == null) {
            throw new SyncFailure(crossing, SyncErrorCode.VALUE_MISSING, "The column " + column + " is empty.");
        }
        return value;
    }

    public @Nullable String optionalText(String column) {
        return values.get(column);
    }

    /** A value of a type of ours. @throws SyncFailure if it is empty, or is none of that type */
    public <T> T read(String column, Function<String, T> type) {
        String value = text(column);
        try {
            return type.apply(value);
        } catch (RuntimeException invalid) {
            throw new SyncFailure(
                    crossing,
                    SyncErrorCode.VALUE_INVALID,
                    "The column " + column + " cannot hold \"" + value + "\": " + SyncFailure.told(invalid) + ".");
        }
    }

    /** As {@link #read}, of a column that may be empty. */
    public <T> Optional<T> optional(String column, Function<String, T> type) {
        return values.containsKey(column) ? Optional.of(read(column, type)) : Optional.empty();
    }
}
