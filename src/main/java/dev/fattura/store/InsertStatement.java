package dev.fattura.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;

/**
 * The PartiQL statement that puts an item where there is nothing: {@code INSERT INTO "table" VALUE {'pk':?, ...}}. Every value is a
 * parameter; the names are those of our own attributes.
 */
final class InsertStatement {

    private InsertStatement() {}

    static BatchStatementRequest of(String table, Item item) {
        List<String> names = new ArrayList<>();
        List<AttributeValue> values = new ArrayList<>();
        Map<String, AttributeValue> sorted = new TreeMap<>(ItemCodec.encode(item));
        sorted.forEach((name, value) -> {
            names.add("'" + name + "':?");
            values.add(value);
        });
        return BatchStatementRequest.builder()
                .statement("INSERT INTO \"" + table + "\" VALUE {" + String.join(", ", names) + "}")
                .parameters(values)
                .build();
    }
}
