package dev.fattura.store;

import dev.fattura.local.DynamoDbLocal;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The contract against DynamoDB Local, each test on a table of its own. */
class DynamoTableTest extends TableContract {

    private static DynamoDbLocal local;
    private static DynamoDbClient client;
    private static int tables;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        local = DynamoDbLocal.start(DynamoDbLocal.directoryOfBuild(), Optional.empty());
        client = DynamoDbClient.builder()
                .endpointOverride(local.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void stop() {
        if (client != null) {
            client.close();
        }
        if (local != null) {
            local.close();
        }
    }

    @Override
    Table emptyTable() {
        String name = "contract-" + ++tables;
        client.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text(Key.PARTITION), text(Key.SORT))
                .keySchema(
                        KeySchemaElement.builder()
                                .attributeName(Key.PARTITION)
                                .keyType(KeyType.HASH)
                                .build(),
                        KeySchemaElement.builder()
                                .attributeName(Key.SORT)
                                .keyType(KeyType.RANGE)
                                .build()));
        return new DynamoTable(client, name, Patience.sleeping());
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
