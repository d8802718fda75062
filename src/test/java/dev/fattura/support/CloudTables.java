package dev.fattura.support;

import dev.fattura.local.DynamoDbLocal;
import dev.fattura.local.LocalClients;
import dev.fattura.local.LocalTables;
import dev.fattura.local.template.Template;
import dev.fattura.local.template.TemplateReader;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local with the tables of the template, for tests that start the application, and the configuration that points to it. */
public final class CloudTables implements QuarkusTestResourceLifecycleManager {

    private DynamoDbLocal database;

    @Override
    public Map<String, String> start() {
        try {
            database = DynamoDbLocal.start(DynamoDbLocal.directoryOfBuild(), Optional.empty());
            Template template = TemplateReader.read(Path.of("infra/template.yaml"));
            try (DynamoDbClient client = LocalClients.dynamoDb(database.endpoint())) {
                LocalTables.create(client, template);
            }
            return configuration(database.endpoint(), template);
        } catch (IOException unstartable) {
            throw new AssertionError(unstartable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static Map<String, String> configuration(URI endpoint, Template template) {
        Map<String, String> configuration = new HashMap<>(LocalTables.systemProperties(template));
        configuration.put("quarkus.dynamodb.endpoint-override", endpoint.toString());
        configuration.put("quarkus.dynamodb.aws.region", LocalClients.REGION);
        configuration.put("quarkus.dynamodb.aws.credentials.type", "static");
        configuration.put("quarkus.dynamodb.aws.credentials.static-provider.access-key-id", LocalClients.ACCESS_KEY);
        configuration.put(
                "quarkus.dynamodb.aws.credentials.static-provider.secret-access-key", LocalClients.ACCESS_KEY);
        return configuration;
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
