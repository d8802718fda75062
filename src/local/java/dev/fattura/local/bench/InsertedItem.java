package dev.fattura.local.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;

/** The item of the one kind of PartiQL statement that the store sends: one into a table, each of its attributes a parameter. */
public final class InsertedItem {

    private static final Pattern INSERT =
            Pattern.compile("INSERT INTO \"[^\"]+\" VALUE \\{('\\w+':\\?(?:, '\\w+':\\?)*)}");

    private static final Pattern NAME = Pattern.compile("'(\\w+)':");

    private InsertedItem() {}

    /** The item that the statement puts. @throws IllegalArgumentException if it is another statement */
    public static Map<String, AttributeValue> of(BatchStatementRequest statement) {
        Matcher insert = INSERT.matcher(statement.statement());
        List<AttributeValue> values = statement.parameters();
        if (!insert.matches()) {
            throw new IllegalArgumentException("No such statement: " + statement.statement());
        }
        List<String> names = NAME.matcher(insert.group(1))
                .results()
                .map(name -> name.group(1))
                .toList();
        if (names.size() != values.size()) {
            throw new IllegalArgumentException("Not one value for each of " + names + ": " + values.size());
        }
        Map<String, AttributeValue> item = new HashMap<>();
        for (int index = 0; index < names.size(); index++) {
            item.put(names.get(index), values.get(index));
        }
        return item;
    }
}
