package dev.fattura.faults;

import dev.fattura.local.Functions;
import dev.fattura.local.LocalClients;
import dev.fattura.local.LocalCloud;
import dev.fattura.local.template.Template;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.Patience;
import dev.fattura.support.PlainFunctions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The process that is killed: the local cloud with every function, whose store is behind an address of its own. It reads the number of
 * the tables to work on, says its address, and goes on to the next tables when told; it ends with whoever started it.
 */
public final class Worker {

    private static final int CHECKPOINTS = 4;

    private Worker() {}

    /**
     * Serves until its orders end.
     *
     * @param arguments address of the store for functions, address of the database for streams, time-out in
     *     milliseconds, by how much the clock of the functions is ahead, and, if the database is on disk, the folder
     *     where it is remembered how far the streams were carried
     */
    public static void main(String[] arguments) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Optional<Path> checkpoints =
                arguments.length > CHECKPOINTS ? Optional.of(Path.of(arguments[CHECKPOINTS])) : Optional.empty();
        LocalCloud cloud = null;
        for (String tables = orders.readLine(); tables != null; tables = orders.readLine()) {
            if (cloud != null) {
                cloud.close();
            }
            String run = tables;
            Template template = StoreTables.template(run);
            Functions functions = functions(
                    template,
                    URI.create(arguments[0]),
                    Duration.ofMillis(Long.parseLong(arguments[2])),
                    Clock.offset(Clock.systemUTC(), Duration.parse(arguments[3])));
            // A stream's record was written by the clock of the database: told by the functions' clock, it would grow
            // too
            // old with every start.
            cloud = LocalCloud.start(
                    template,
                    functions,
                    URI.create(arguments[1]),
                    checkpoints.map(folder -> folder.resolve(run)),
                    Clock.systemUTC());
            System.out.println(cloud.address());
        }
        Runtime.getRuntime().halt(0);
    }

    private static Functions functions(Template template, URI store, Duration timeout, Clock clock) {
        DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(store)
                .region(Region.of(LocalClients.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(LocalClients.ACCESS_KEY, LocalClients.ACCESS_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(timeout))
                .build();
        return new PlainFunctions(
                new Office(new DynamoTable(client, StoreTables.office(template), Patience.sleeping())),
                new Finance(new DynamoTable(client, StoreTables.finance(template), Patience.sleeping())),
                clock);
    }
}
