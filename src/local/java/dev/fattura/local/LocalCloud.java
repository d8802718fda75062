package dev.fattura.local;

import dev.fattura.local.gateway.Administration;
import dev.fattura.local.gateway.Authorizer;
import dev.fattura.local.gateway.Gateway;
import dev.fattura.local.stream.BatchDelivery;
import dev.fattura.local.stream.Checkpoints;
import dev.fattura.local.stream.FailureDestination;
import dev.fattura.local.stream.Pause;
import dev.fattura.local.stream.ShardReader;
import dev.fattura.local.stream.StreamPump;
import dev.fattura.local.stream.StreamPumps;
import dev.fattura.local.template.Template;
import io.quarkus.scheduler.Scheduler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The parts of the local cloud around a running database: tables, pumps, schedules and the gateway, started and stopped as one. */
public final class LocalCloud implements AutoCloseable {
    private final LocalTables tables;
    private final DynamoDbStreamsClient streams;
    private final StreamPumps pumps;
    private final Schedules schedules;
    private final Gateway gateway;

    private LocalCloud(
            LocalTables tables,
            DynamoDbStreamsClient streams,
            StreamPumps pumps,
            Schedules schedules,
            Gateway gateway) {
        this.tables = tables;
        this.streams = streams;
        this.pumps = pumps;
        this.schedules = schedules;
        this.gateway = gateway;
    }

    static LocalCloud start(Template template, URI endpoint, Options options, Clock clock) throws IOException {
        requireFunctions(template);
        Functions functions = TimeLimit.of(new FunqyFunctions(), template);
        Optional<Path> checkpoints = options.data().map(data -> data.resolve("checkpoints"));
        return start(template, functions, endpoint, checkpoints, options.port(), options.authorizer(), clock);
    }

    /**
     * Starts it around any functions.
     *
     * @param endpoint the database of its tables and streams
     * @param checkpoints folder that keeps how far the streams were carried; without one they begin at their oldest record
     */
    public static LocalCloud start(
            Template template, Functions functions, URI endpoint, Optional<Path> checkpoints, Clock clock)
            throws IOException {
        return start(template, functions, endpoint, checkpoints, 0, Authorizer.believing(), clock);
    }

    private static LocalCloud start(
            Template template,
            Functions functions,
            URI endpoint,
            Optional<Path> checkpoints,
            int port,
            Authorizer authorizer,
            Clock clock)
            throws IOException {
        LocalTables tables;
        try (DynamoDbClient client = LocalClients.dynamoDb(endpoint)) {
            tables = LocalTables.create(client, template);
        }
        FailureDestination failures = new FailureDestination(functions, template.queueFunctions());
        DynamoDbStreamsClient streams = LocalClients.streams(endpoint);
        List<StreamPump> each = new ArrayList<>();
        for (Template.StreamMapping mapping : template.streamMappings()) {
            Checkpoints known = checkpoints.isPresent()
                    ? Checkpoints.in(checkpoints.get(), mapping.function() + "-" + mapping.table())
                    : Checkpoints.forgotten();
            each.add(new StreamPump(
                    mapping,
                    new ShardReader(streams, tables.streamArn(mapping.table()), known),
                    known,
                    new BatchDelivery(mapping, functions, failures, clock, Pause.doubling()),
                    LocalClients.REGION));
        }
        StreamPumps pumps = new StreamPumps(each);
        Schedules schedules = new Schedules(template.schedules(), functions);
        Gateway gateway = Gateway.start(
                port, template.routes(), functions, new Administration(failures, pumps, schedules), authorizer, clock);
        pumps.start();
        return new LocalCloud(tables, streams, pumps, schedules, gateway);
    }

    /** Where its HTTP API is. */
    public URI address() {
        return gateway.address();
    }

    List<String> tableNames() {
        return tables.names();
    }

    void startSchedules(Scheduler scheduler, Optional<String> every) {
        schedules.start(scheduler, every);
    }

    @Override
    public void close() {
        gateway.close();
        pumps.close();
        streams.close();
    }

    /** A Lambda whose export names no function fails at its start; so does the local cloud, for all of them at once. */
    private static void requireFunctions(Template template) {
        List<String> missing = template.functions().stream()
                .map(Template.Function::export)
                .filter(export -> !FunqyFunctions.exists(export))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The template names functions that do not exist: " + missing);
        }
    }
}
