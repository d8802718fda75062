package dev.fattura.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.store.Finance;
import dev.fattura.store.Key;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What a JVM function does before Lambda takes the snapshot that it starts from (SnapStart): it reads an event, writes an answer and asks its
 * tables once, so that the classes for it are loaded and linked in the snapshot and not at the first request. It changes nothing and
 * needs no right that its function does not have; where it may not ask, or nobody answers, the first request does the loading.
 *
 * <p>Nothing that must differ from one copy of the snapshot to the next is kept in it: ids follow from their cause, the clock is the
 * system's, and a connection that broke meanwhile is made again by the client of the store.
 */
@Singleton
public final class Priming implements Resource {

    private static final Logger LOG = Logger.getLogger(Priming.class);

    /** A request that nobody is allowed to make, since no authorizer has seen it. */
    private static final String EVENT =
            """
            {"version":"2.0","routeKey":"GET /","rawPath":"/","headers":{"accept":"application/json"},"queryStringParameters":{},
             "pathParameters":{},"requestContext":{"http":{"method":"GET","path":"/"},"requestId":"priming"},"isBase64Encoded":false}
            """;

    /** Of no item. */
    private static final Key NOTHING = new Key("PRIMING", "PRIMING");

    private final List<Supplier<Table>> tables;

    @Inject
    Priming(
            Instance<Office> office,
            Instance<Finance> finance,
            @ConfigProperty(name = "fattura.office.table") Optional<String> officeTable,
            @ConfigProperty(name = "fattura.finance.table") Optional<String> financeTable) {
        this(Stream.concat(
                        officeTable.stream()
                                .<Supplier<Table>>map(
                                        named -> () -> office.get().table()),
                        financeTable.stream()
                                .<Supplier<Table>>map(
                                        named -> () -> finance.get().table()))
                .toList());
    }

    Priming(List<Supplier<Table>> tables) {
        this.tables = tables;
    }

    /** Registers it where a snapshot will be taken, and nowhere else: a native function has none and shall lose no time. */
    void started(@Observes StartupEvent event) {
        if ("snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            Core.getGlobalContext().register(this);
        }
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        Http.answer(new ObjectMapper().readValue(EVENT, Invocation.class), request -> Reply.ok(Json.object()));
        tables.forEach(Priming::ask);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Everything that a snapshot must not keep is made anew when it is needed.
    }

    private static void ask(Supplier<Table> table) {
        try {
            table.get().get(NOTHING);
        } catch (RuntimeException unasked) {
            LOG.infof("A table could not be asked before the snapshot: %s", unasked.getMessage());
        }
    }
}
