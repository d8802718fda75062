package dev.fattura.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A condition as DynamoDB reads it; null where there is none. */
record ConditionText(@Nullable String expression, @Nullable Map<String, AttributeValue> values) {

    static ConditionText of(Condition condition) {
        return switch (condition.kind()) {
            case NONE -> new ConditionText(null, null);
            case ABSENT -> new ConditionText("attribute_not_exists(pk)", null);
            case PRESENT -> new ConditionText("attribute_exists(pk)", null);
            case VERSION ->
                new ConditionText(
                        "version = :expected",
                        Map.of(":expected", AttributeValue.fromN(Long.toString(condition.expectedVersion()))));
        };
    }

    /** The write as a part of a transaction; on a failed condition the existing item comes back, which saves a read. */
    TransactWriteItem transactional(String table, Write write) {
        Item item = write.item();
        if (item == null) {
            return TransactWriteItem.builder()
                    .delete(delete -> delete.tableName(table)
                            .key(ItemCodec.key(write.key()))
                            .conditionExpression(expression)
                            .expressionAttributeValues(values)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .build();
        }
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(ItemCodec.encode(item))
                        .conditionExpression(expression)
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }
}
