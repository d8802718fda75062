package dev.fattura.runtime;

import dev.fattura.store.DynamoTable;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.Patience;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The only wiring: the two tables and the clock. */
public final class Wiring {

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
}
