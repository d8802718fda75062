package dev.fattura.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.local.DynamoDbLocal;
import dev.fattura.local.FunctionError;
import dev.fattura.local.LocalClients;
import dev.fattura.local.LocalTables;
import dev.fattura.local.support.Templates;
import dev.fattura.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The pump against a real stream: the template's table, its mapping, and a function of this test. */
class StreamPumpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Template TEMPLATE = Templates.small();
    private static final Template.StreamMapping MAPPING =
            TEMPLATE.streamMappings().get(0);
    private static final String TABLE = TEMPLATE.tables().get(0).name();

    private static DynamoDbLocal database;
    private static DynamoDbClient client;
    private static DynamoDbStreamsClient streams;

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final FailureDestination failures = new FailureDestination();
    private LocalTables tables;
    private StreamPump pump;

    @BeforeAll
    static void startDatabase() throws IOException, InterruptedException {
        database = DynamoDbLocal.start(DynamoDbLocal.directoryOfBuild(), Optional.empty());
        client = LocalClients.dynamoDb(database.endpoint());
        streams = LocalClients.streams(database.endpoint());
    }

    @AfterAll
    static void stopDatabase() {
        client.close();
        streams.close();
        database.close();
    }

    @BeforeEach
    void startPump() {
        tables = LocalTables.create(client, TEMPLATE);
        startPump(Checkpoints.forgotten());
    }

    private void startPump(Checkpoints checkpoints) {
        pump = new StreamPump(
                MAPPING,
                new ShardReader(streams, tables.streamArn("OfficeTable"), checkpoints),
                checkpoints,
                new BatchDelivery(MAPPING, this::invoke, failures, Clock.systemUTC(), retry -> {}),
                LocalClients.REGION);
        pump.start();
    }

    @AfterEach
    void stopPump() {
        pump.close();
        client.deleteTable(request -> request.tableName(TABLE));
    }

    @Test
    void records_arriveOnceAndInOrder_whenTheyPassTheFilter() throws InterruptedException {
        for (int number = 1; number <= 25; number++) {
            put("item-" + number, number % 5 == 0 ? "other" : "actual");
        }

        assertThat(pump.awaitIdle(Duration.ofSeconds(30))).isTrue();
        assertThat(received)
                .extracting(StreamPumpTest::key)
                .hasSize(20)
                .doesNotHaveDuplicates()
                .startsWith("item-1", "item-2");
        JsonNode event = received.get(0);
        assertThat(event.path("eventName").asText()).isEqualTo("INSERT");
        assertThat(event.path("eventSource").asText()).isEqualTo("aws:dynamodb");
        assertThat(event.path("eventSourceARN").asText()).contains("/stream/");
        JsonNode change = event.path("dynamodb");
        assertThat(change.path("ApproximateCreationDateTime").isNumber()).isTrue();
        assertThat(change.path("StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(change.path("NewImage").toString())
                .isEqualTo("{\"flag\":{\"BOOL\":false},\"kind\":{\"S\":\"actual\"},"
                        + "\"list\":{\"L\":[{\"N\":\"1.50\"},{\"NULL\":true}]},\"pk\":{\"S\":\"item-1\"},"
                        + "\"set\":{\"SS\":[\"a\"]},\"sk\":{\"S\":\"0\"}}");
    }

    /**
     * The streams of DynamoDB Local share one counter: once another stream has counted on, reading on from an empty shard is refused as
     * trimmed as soon as there are records.
     */
    @Test
    void firstRecord_isDeliveredBeforeIdle_whenTheStreamWasFoundEmptyBefore() throws InterruptedException {
        createAnotherStream();
        assertThat(pump.awaitIdle(Duration.ofSeconds(30))).isTrue();
        put("first", "actual");

        assertThat(pump.awaitIdle(Duration.ofSeconds(30))).isTrue();

        assertThat(received).extracting(StreamPumpTest::key).containsExactly("first");
    }

    @Test
    void poison_goesToTheFailureDestinationAndTheRestGoesOn_whenTheFunctionThrows() throws InterruptedException {
        for (String key : List.of("one", "poison", "two", "three")) {
            put(key, "actual");
        }

        assertThat(pump.awaitIdle(Duration.ofSeconds(30))).isTrue();
        assertThat(received)
                .extracting(StreamPumpTest::key)
                .contains("one", "two", "three")
                .doesNotContain("poison");
        assertThat(failures.messages()).hasSize(1);
        JsonNode message = failures.messages().get(0);
        assertThat(message.path("requestContext").path("condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(message.path("DDBStreamBatchInfo").path("batchSize").asInt()).isEqualTo(1);
        assertThat(pump.report().path("givenUp").asInt()).isEqualTo(1);
        assertThat(pump.report().path("lag").asInt()).isZero();
    }

    @Test
    void recordsDeliveredBefore_doNotComeAgain_whereCheckpointsAreKept(@TempDir Path folder)
            throws IOException, InterruptedException {
        pump.close();
        received.clear();
        startPump(Checkpoints.in(folder, "sync-actuals"));
        put("before", "actual");
        assertThat(pump.awaitIdle(Duration.ofSeconds(30))).isTrue();
        pump.close();
        put("while-it-was-down", "actual");

        startPump(Checkpoints.in(folder, "sync-actuals"));

        assertThat(pump.awaitIdle(Duration.ofSeconds(30))).isTrue();
        assertThat(received).extracting(StreamPumpTest::key).containsExactly("before", "while-it-was-down");
    }

    @Test
    void recordsDeliveredBefore_comeAgain_whereNoCheckpointsAreKept() throws InterruptedException {
        put("before", "actual");
        assertThat(pump.awaitIdle(Duration.ofSeconds(30))).isTrue();
        pump.close();

        startPump(Checkpoints.forgotten());

        assertThat(pump.awaitIdle(Duration.ofSeconds(30))).isTrue();
        assertThat(received).extracting(StreamPumpTest::key).containsExactly("before", "before");
    }

    private byte[] invoke(String function, byte[] event) throws FunctionError {
        assertThat(function).isEqualTo("sync-actuals");
        try {
            JsonNode records = JSON.readTree(event).path("Records");
            for (JsonNode record : records) {
                if (key(record).equals("poison")) {
                    throw new FunctionError(function, new IllegalStateException("poison"));
                }
            }
            records.forEach(received::add);
            return new byte[0];
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String key(JsonNode record) {
        return record.path("dynamodb").path("Keys").path("pk").path("S").asText();
    }

    private static void createAnotherStream() {
        client.createTable(request -> request.tableName("another")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build())
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
    }

    private static void put(String key, String kind) {
        client.putItem(request -> request.tableName(TABLE)
                .item(Map.of(
                        "pk", AttributeValue.fromS(key),
                        "sk", AttributeValue.fromS("0"),
                        "kind", AttributeValue.fromS(kind),
                        "flag", AttributeValue.fromBool(false),
                        "set", AttributeValue.fromSs(List.of("a")),
                        "list",
                                AttributeValue.fromL(
                                        List.of(AttributeValue.fromN("1.50"), AttributeValue.fromNul(true))))));
    }
}
