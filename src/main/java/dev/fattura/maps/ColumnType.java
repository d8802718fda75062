package dev.fattura.maps;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** The types of columns, as far as a table map has to tell them apart. Every value is text while it crosses. */
public enum ColumnType {
    GUID("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    TEXT("(?s).*"),
    DATE("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    DECIMAL("-?[0-9]+(\\.[0-9]+)?"),
    WHOLE_NUMBER("-?[0-9]+"),
    BOOLEAN("true|false"),
    /** A choice of Dataverse, by its integer. */
    OPTION("[0-9]+"),
    /** An enum of finance, by the name of its element. */
    ENUM("[A-Za-z]+");

    private final Pattern pattern;

    ColumnType(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /**
     * Whether a column of this type can have that value.
     *
     * @param elements of an enum; empty for all other types
     */
    boolean holds(String value, List<String> elements) {
        return switch (this) {
            case DATE -> pattern.matcher(value).matches() && isDate(value);
            case ENUM -> elements.contains(value);
            case GUID, TEXT, DECIMAL, WHOLE_NUMBER, BOOLEAN, OPTION ->
                pattern.matcher(value).matches();
        };
    }

    /** Whether every value of this type can cross as it is into a column of that one. */
    boolean crossesInto(ColumnType target) {
        return this == target || target == TEXT || (this == OPTION && target == WHOLE_NUMBER);
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() >= 1;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }
}
