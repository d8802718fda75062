package dev.fattura.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Turns records of the SDK into the JSON that Lambda hands to a function, images in DynamoDB JSON. */
final class StreamEvents {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    private StreamEvents() {}

    static StreamRecord toStreamRecord(Record record, String streamArn, String region) {
        Instant created = record.dynamodb().approximateCreationDateTime();
        ObjectNode event = NODES.objectNode();
        event.put("eventID", record.eventID());
        event.put("eventName", record.eventNameAsString());
        event.put("eventVersion", record.eventVersion());
        event.put("eventSource", "aws:dynamodb");
        event.put("awsRegion", region);
        ObjectNode change = event.putObject("dynamodb");
        change.put("ApproximateCreationDateTime", epochSeconds(created));
        change.set("Keys", image(record.dynamodb().keys()));
        if (record.dynamodb().hasNewImage()) {
            change.set("NewImage", image(record.dynamodb().newImage()));
        }
        if (record.dynamodb().hasOldImage()) {
            change.set("OldImage", image(record.dynamodb().oldImage()));
        }
        change.put("SequenceNumber", record.dynamodb().sequenceNumber());
        change.put("SizeBytes", record.dynamodb().sizeBytes());
        change.put("StreamViewType", record.dynamodb().streamViewTypeAsString());
        event.put("eventSourceARN", streamArn);
        return new StreamRecord(record.dynamodb().sequenceNumber(), created, event);
    }

    /** The event of a batch: what a function on a stream is called with. */
    static byte[] batch(List<StreamRecord> records) {
        ObjectNode event = NODES.objectNode();
        ArrayNode list = event.putArray("Records");
        records.forEach(record -> list.add(record.event()));
        try {
            return JSON.writeValueAsBytes(event);
        } catch (IOException impossible) {
            throw new IllegalStateException("Writing to memory failed", impossible);
        }
    }

    private static BigDecimal epochSeconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }

    private static ObjectNode image(Map<String, AttributeValue> attributes) {
        ObjectNode image = NODES.objectNode();
        new TreeMap<>(attributes).forEach((name, value) -> image.set(name, value(value)));
        return image;
    }

    private static JsonNode value(AttributeValue value) {
        ObjectNode node = NODES.objectNode();
        String type = value.type().name();
        switch (value.type()) {
            case S -> node.put(type, value.s());
            case N -> node.put(type, value.n());
            case BOOL -> node.put(type, value.bool());
            case NUL -> node.put("NULL", true);
            case B -> node.put(type, base64(value.b().asByteArray()));
            case M -> node.set(type, image(value.m()));
            case L -> value.l().forEach(list(node, type));
            case SS -> value.ss().forEach(node.putArray(type)::add);
            case NS -> value.ns().forEach(node.putArray(type)::add);
            case BS -> value.bs().forEach(binary(node, type));
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("An attribute of a type the SDK lacks");
        }
        return node;
    }

    private static Consumer<AttributeValue> list(ObjectNode node, String type) {
        ArrayNode elements = node.putArray(type);
        return element -> elements.add(value(element));
    }

    private static Consumer<SdkBytes> binary(ObjectNode node, String type) {
        ArrayNode elements = node.putArray(type);
        return element -> elements.add(base64(element.asByteArray()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
