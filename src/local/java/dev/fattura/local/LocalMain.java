package dev.fattura.local;

import dev.fattura.local.template.Template;
import dev.fattura.local.template.TemplateReader;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Starts the database before the application, because the application's DynamoDB client reads its endpoint from the
 * configuration when it is made, and then starts the application in the same way as the cloud would.
 */
@QuarkusMain
public final class LocalMain {
    static final String ENDPOINT = "quarkus.dynamodb.endpoint-override";

    LocalMain() {}

    public static void main(String... arguments) throws InterruptedException {
        try {
            start(arguments);
        } catch (IOException | IllegalArgumentException | IllegalStateException refusal) {
            System.err.println("The local cloud did not start. " + refusal.getMessage());
            System.exit(1);
        }
    }

    private static void start(String... arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments);
        Template template = TemplateReader.read(options.template());
        Optional<DynamoDbLocal> database = options.endpoint().isPresent()
                ? Optional.empty()
                : Optional.of(DynamoDbLocal.start(options.dynamoDb(), options.data()));
        configure(options.endpoint().orElseGet(() -> database.orElseThrow().endpoint()), template);
        Quarkus.run(
                LocalApplication.class,
                (status, failure) -> {
                    database.ifPresent(DynamoDbLocal::close);
                    if (failure != null) {
                        System.err.println("The local cloud failed: " + failure.getMessage());
                    }
                    System.exit(failure == null ? status : 1);
                },
                arguments);
    }

    private static void configure(URI endpoint, Template template) {
        // Else the HTTP server of the JDK waits 40 ms for an acknowledgement before it sends the body of an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty(ENDPOINT, endpoint.toString());
        System.setProperty("quarkus.dynamodb.aws.region", LocalClients.REGION);
        System.setProperty("quarkus.dynamodb.aws.credentials.type", "static");
        System.setProperty("quarkus.dynamodb.aws.credentials.static-provider.access-key-id", LocalClients.ACCESS_KEY);
        System.setProperty(
                "quarkus.dynamodb.aws.credentials.static-provider.secret-access-key", LocalClients.ACCESS_KEY);
        LocalTables.systemProperties(template).forEach(System::setProperty);
    }
}
