package dev.fattura.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.local.DynamoDbLocal;
import dev.fattura.local.LocalClients;
import dev.fattura.store.Condition;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Patience;
import dev.fattura.store.StoreHttp;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** Whatever is asked of the store: half an answer is none, and the call is made again, by the client that the functions have. */
class BrokenAnswersTest {

    private static final Key ONE = new Key("p", "1");
    private static final Key TWO = new Key("p", "2");

    @Test
    void answerThatBreaksOff_isAskedForAgain() throws IOException, InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        try (DynamoDbLocal database = DynamoDbLocal.start(DynamoDbLocal.directoryOfBuild(), Optional.empty());
                StoreProxy proxy = StoreProxy.before(database.endpoint());
                DynamoDbClient client = client(proxy.address())) {
            create(client);
            Table table = new DynamoTable(client, "broken", Patience.sleeping());
            proxy.let(call -> Optional.of(
                    calls.getAndIncrement() % 2 == 0 ? call.forward().cut() : call.forward()));

            assertThat(table.putNew(List.of(item(ONE, 1)))).isEmpty();
            table.putAll(List.of(item(TWO, 1)));
            assertThat(table.commit(List.of(Write.put(item(ONE, 2), Condition.version(1))))
                            .done())
                    .isTrue();
            assertThat(table.commit(List.of(
                                    Write.put(item(ONE, 3), Condition.version(2)),
                                    Write.put(item(TWO, 2), Condition.version(1))))
                            .done())
                    .isTrue();
            assertThat(table.get(ONE)).contains(item(ONE, 3));
            assertThat(table.getAll(List.of(ONE, TWO))).containsExactlyInAnyOrder(item(ONE, 3), item(TWO, 2));
            assertThat(table.query("p", "", null, 10).items()).containsExactly(item(ONE, 3), item(TWO, 2));
            table.deleteAll(List.of(TWO));
            assertThat(table.get(TWO)).isEmpty();
        }
        assertThat(calls.get()).isGreaterThanOrEqualTo(2 * 9);
    }

    private static DynamoDbClient client(URI store) {
        return DynamoDbClient.builder()
                .endpointOverride(store)
                .region(Region.of(LocalClients.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(LocalClients.ACCESS_KEY, LocalClients.ACCESS_KEY)))
                .httpClientBuilder(StoreHttp.builder())
                .build();
    }

    private static void create(DynamoDbClient client) {
        client.createTable(table -> table.tableName("broken")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        AttributeDefinition.builder()
                                .attributeName(Key.PARTITION)
                                .attributeType("S")
                                .build(),
                        AttributeDefinition.builder()
                                .attributeName(Key.SORT)
                                .attributeType("S")
                                .build())
                .keySchema(
                        KeySchemaElement.builder()
                                .attributeName(Key.PARTITION)
                                .keyType("HASH")
                                .build(),
                        KeySchemaElement.builder()
                                .attributeName(Key.SORT)
                                .keyType("RANGE")
                                .build()));
    }

    private static Item item(Key key, long version) {
        return Item.of(key, "test")
                .number(Item.VERSION, version)
                .text("text", "so long that half of it is not the whole of it")
                .build();
    }
}
