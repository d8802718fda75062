package dev.fattura.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items to and from the attribute values of DynamoDB. */
public final class ItemCodec {

    private ItemCodec() {}

    static Map<String, AttributeValue> key(Key key) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put(Key.PARTITION, AttributeValue.fromS(key.partition()));
        values.put(Key.SORT, AttributeValue.fromS(key.sort()));
        return values;
    }

    static Map<String, AttributeValue> encode(Item item) {
        Map<String, AttributeValue> values = key(item.key());
        item.attributes().forEach((name, value) -> values.put(name, encodeValue(value)));
        return values;
    }

    /** The item of those attribute values. @throws IllegalStateException if the key is missing or a type is not one of ours */
    public static Item decode(Map<String, AttributeValue> values) {
        Map<String, Object> attributes = new TreeMap<>();
        values.forEach((name, value) -> attributes.put(name, decodeValue(value)));
        Object partition = attributes.remove(Key.PARTITION);
        Object sort = attributes.remove(Key.SORT);
        if (partition == null || sort == null) {
            throw new IllegalStateException("An item without its key");
        }
        return new Item(new Key(partition.toString(), sort.toString()), attributes);
    }

    private static AttributeValue encodeValue(Object value) {
        if (value instanceof String text) {
            return AttributeValue.fromS(text);
        }
        if (value instanceof Long number) {
            return AttributeValue.fromN(number.toString());
        }
        if (value instanceof Boolean flag) {
            return AttributeValue.fromBool(flag);
        }
        if (value instanceof List<?> list) {
            return AttributeValue.fromL(
                    list.stream().map(ItemCodec::encodeValue).toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, AttributeValue> values = new LinkedHashMap<>();
            map.forEach((name, inner) -> values.put((String) name, encodeValue(inner)));
            return AttributeValue.fromM(values);
        }
        throw new IllegalStateException("An attribute of type " + value.getClass());
    }

    private static Object decodeValue(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> Long.valueOf(value.n());
            case BOOL -> value.bool();
            case L -> {
                List<Object> list = new ArrayList<>();
                value.l().forEach(inner -> list.add(decodeValue(inner)));
                yield list;
            }
            case M -> {
                Map<String, Object> map = new TreeMap<>();
                value.m().forEach((name, inner) -> map.put(name, decodeValue(inner)));
                yield map;
            }
            default -> throw new IllegalStateException("An attribute of type " + value.type());
        };
    }
}
