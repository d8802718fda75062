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
 * The process that is killed: the local cloud with every function, whose store is behind an address of its own. It reads which
 * run's tables to work on, says its address, and goes on to the next tables when told; it ends with whoever started it.
 */
public final class Worker {

    private static final int CHECKPOINTS = 3;

    private Worker() {}

    /**
     * Serves until its orders end.
     *
     * @param arguments address of the store for functions, address of the database for streams, time-out in
     *     milliseconds, and, if the database is on disk, the folder where it is remembered how far the streams were
     *     carried; an order is the name of a run and by how much the clock of its functions is ahead
     */
    public static void main(String[] arguments) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Optional<Path> checkpoints =
                arguments.length > CHECKPOINTS ? Optional.of(Path.of(arguments[CHECKPOINTS])) : Optional.empty();
        LocalCloud cloud = null;
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (cloud != null) {
                cloud.close();
            }
            String run = order.substring(0, order.indexOf(' '));
            Duration ahead = Duration.parse(order.substring(run.length() + 1));
            Template template = StoreTables.template(run);
            Functions functions = functions(
                    template,
                    URI.create(arguments[0]),
                    Duration.ofMillis(Long.parseLong(arguments[2])),
                    Clock.offset(Clock.systemUTC(), ahead));
            // By the functions' clock, records that the database has dated would be too old for a mapping, or from the
            // future.
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
