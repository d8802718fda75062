package dev.fattura.local.bench;

import dev.fattura.local.LocalClients;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** DynamoDB Local writes ten times more slowly to a table that was empty when others got their first ten thousand items. */
    void warmUp(int items) {
        itemsPerSecond(
                items,
                List.of(Map.of(
                        "sk", AttributeValue.fromS("BARE"), "filling", AttributeValue.fromS("x".repeat(1_000)))));
    }

    /**
     * How many items like those it writes in a second, in batches one after another, into a table with a stream like ours. They are written
     * again and again under other keys.
     */
    double itemsPerSecond(long items, List<Map<String, AttributeValue>> like) {
        try (DynamoDbClient client = LocalClients.dynamoDb(endpoint)) {
            create(client);
            long start = System.nanoTime();
            for (long from = 0; from < items; from += BATCH) {
                List<WriteRequest> batch = batch(like, from);
                client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, batch)));
            }
            return items * 1e9 / (System.nanoTime() - start);
        }
    }

    private static List<WriteRequest> batch(List<Map<String, AttributeValue>> like, long from) {
        List<WriteRequest> batch = new ArrayList<>();
        for (long index = from; index < from + BATCH; index++) {
            Map<String, AttributeValue> item = new HashMap<>(like.get((int) (index % like.size())));
            item.put("pk", AttributeValue.fromS("BARE#" + UUID.randomUUID()));
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
