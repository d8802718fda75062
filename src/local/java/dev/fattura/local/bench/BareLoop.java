package dev.fattura.local.bench;

import dev.fattura.local.LocalClients;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes items and does nothing else: what the store gives to whoever asks for nothing but writing. */
final class BareLoop {
    private static final String TABLE = "bare-loop";
    private static final int BATCH = 25;

    private final URI endpoint;

    BareLoop(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** How many items of that size it writes in a second, in batches one after another, into a table with a stream like ours. */
    double itemsPerSecond(long items, long bytes) {
        try (DynamoDbClient client = LocalClients.dynamoDb(endpoint)) {
            create(client);
            AttributeValue filling = AttributeValue.fromS("x".repeat((int) Math.max(1, bytes - 60)));
            long start = System.nanoTime();
            for (long from = 0; from < items; from += BATCH) {
                client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, batch(filling))));
            }
            return items * 1e9 / (System.nanoTime() - start);
        }
    }

    private static List<WriteRequest> batch(AttributeValue filling) {
        List<WriteRequest> batch = new ArrayList<>();
        for (int index = 0; index < BATCH; index++) {
            Map<String, AttributeValue> item = Map.of(
                    "pk", AttributeValue.fromS("BARE#" + UUID.randomUUID()),
                    "sk", AttributeValue.fromS("BARE"),
                    "filling", filling);
            batch.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
        }
        return batch;
    }

    private static void create(DynamoDbClient client) {
        try {
            client.createTable(table -> table.tableName(TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(List.of(text("pk"), text("sk")))
                    .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)))
                    .streamSpecification(
                            stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
        } catch (ResourceInUseException there) {
            // From the loop before.
        }
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
