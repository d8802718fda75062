package dev.fattura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.support.TlsFront;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What it does with a store that can be trusted, over TLS as well, is for {@code DeployedFunctionsIT} to show. */
class StoreHttpTest {

    @Test
    void storeWhoseCertificateIsNotTrusted_isAskedOnce_andToldNothing(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (ServerSocket behind = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                TlsFront store = TlsFront.before(URI.create("http://127.0.0.1:" + behind.getLocalPort()), folder);
                DynamoDbClient client = client(store.address())) {
            Table table = new DynamoTable(client, "fattura-office", Patience.sleeping());

            assertThatThrownBy(() -> table.get(new Key("INVOICE#INV-1001", "HEADER")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The certificate of the store is not trusted");

            assertThat(store.callers()).isEqualTo(1);
            assertThat(behind.accept().getInputStream().readAllBytes()).isEmpty();
        }
    }

    private static DynamoDbClient client(URI store) {
        return DynamoDbClient.builder()
                .endpointOverride(store)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(StoreHttp.builder())
                .build();
    }
}
