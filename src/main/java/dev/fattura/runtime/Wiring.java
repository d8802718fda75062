package dev.fattura.runtime;

import dev.fattura.store.DynamoTable;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.Patience;
import dev.fattura.store.StoreHttp;
import dev.fattura.watch.Metrics;
import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * The only wiring: the two tables, the clock and the metrics. It also declares what the Lambda extension writes as JSON and does not
 * declare itself: without it, a native function that fails could not report that it did, and would run into its time-out.
 */
@RegisterForReflection(targets = FunctionError.class)
public final class Wiring {

    private static final Logger LOG = Logger.getLogger(Wiring.class);

    /** As the extension has configured it, but for how it calls. */
    @Produces
    @Singleton
    DynamoDbClient client(DynamoDbClientBuilder configured) {
        return configured.httpClientBuilder(StoreHttp.builder()).build();
    }

    void close(@Disposes DynamoDbClient client) {
        client.close();
    }

    /**
     * Makes the client while the function asks for its event, which takes as long. What goes wrong with it comes again, and is told, when
     * the client is wanted.
     */
    void started(@Observes StartupEvent event, Instance<DynamoDbClient> client) {
        Thread making = new Thread(() -> made(client), "store client");
        making.setDaemon(true);
        making.start();
    }

    private static void made(Instance<DynamoDbClient> client) {
        try {
            client.get().serviceName();
        } catch (RuntimeException unmade) {
            LOG.debugf(unmade, "The client of the store could not be made at the start");
        }
    }

    @Produces
    @Singleton
    Office office(
            DynamoDbClient client,
            @ConfigProperty(name = "fattura.office.table", defaultValue = "fattura-office") String name) {
        return new Office(new DynamoTable(client, name, Patience.sleeping()));
    }

    @Produces
    @Singleton
    Finance finance(
            DynamoDbClient client,
            @ConfigProperty(name = "fattura.finance.table", defaultValue = "fattura-finance") String name) {
        return new Finance(new DynamoTable(client, name, Patience.sleeping()));
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Told where the template names the stage: the local cloud and tests have none, and nobody who reads. */
    @Produces
    @Singleton
    Metrics metrics(
            Clock clock,
            @ConfigProperty(name = "fattura.stage") Optional<String> stage,
            @ConfigProperty(name = "quarkus.funqy.export") Optional<String> function) {
        return stage.map(name -> new Metrics(name, function.orElse("none"), clock, System.out::println))
                .orElse(Metrics.NONE);
    }
}
