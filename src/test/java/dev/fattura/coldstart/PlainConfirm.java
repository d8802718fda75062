package dev.fattura.coldstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.proforma.ConfirmInvoiceFunction;
import dev.fattura.runtime.Invocation;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.Office;
import dev.fattura.store.Patience;
import dev.fattura.watch.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The plain Java Lambda that the artifact is measured beside: no framework, the AWS SDK and the AWS runtime interface client, and the
 * same work, since it calls the same function class. Its client is made when the class is loaded, as AWS advises.
 */
public final class PlainConfirm implements RequestStreamHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConfirmInvoiceFunction function = new ConfirmInvoiceFunction(
            new Office(new DynamoTable(client(), System.getenv("FATTURA_OFFICE_TABLE"), Patience.sleeping())),
            Clock.systemUTC(),
            Metrics.NONE);

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        JSON.writeValue(answer, function.confirmInvoice(JSON.readValue(event, Invocation.class)));
    }

    private static DynamoDbClient client() {
        String key = System.getenv("QUARKUS_DYNAMODB_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID");
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(System.getenv("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE")))
                .region(Region.of(System.getenv("QUARKUS_DYNAMODB_AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, key)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
