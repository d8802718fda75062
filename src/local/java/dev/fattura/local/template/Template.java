package dev.fattura.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the deployment template that the local cloud acts on. Names of tables and functions are logical ids, as the
 * template uses them; a function is also known by its export, the name that Funqy knows.
 */
public record Template(
        List<Table> tables,
        List<Function> functions,
        List<Route> routes,
        List<StreamMapping> streamMappings,
        List<Schedule> schedules,
        List<String> queueFunctions,
        Map<String, String> tableVariables) {

    public Template {
        tables = List.copyOf(tables);
        functions = List.copyOf(functions);
        routes = List.copyOf(routes);
        streamMappings = List.copyOf(streamMappings);
        schedules = List.copyOf(schedules);
        queueFunctions = List.copyOf(queueFunctions);
        tableVariables = Map.copyOf(tableVariables);
    }

    /** A table with the name it has here. {@code streamView} is empty when the table has no stream. */
    public record Table(String logicalId, String name, List<Key> keys, Optional<String> streamView) {}

    /** A key attribute: {@code type} is {@code S}, {@code N} or {@code B}; {@code role} is {@code HASH} or {@code RANGE}. */
    public record Key(String attribute, String type, String role) {}

    /** A function, the export that its environment chooses, and the time after which it is stopped. */
    public record Function(String logicalId, String export, Duration timeout) {}

    /** A route of the HTTP API to a function's export. */
    public record Route(String method, String path, String function) {}

    /** An event source mapping from a table's stream to a function's export; -1 stands for "without limit", as in AWS. */
    public record StreamMapping(
            String table,
            String function,
            int batchSize,
            List<String> filterPatterns,
            int maximumRetryAttempts,
            long maximumRecordAgeSeconds,
            boolean bisectOnError,
            boolean reportsItemFailures,
            boolean hasFailureDestination) {}

    /** A schedule: {@code expression} is {@code rate(...)} or {@code cron(...)}, {@code input} the JSON that the function gets. */
    public record Schedule(String name, String expression, String function, String input) {}

    public Table table(String logicalId) {
        return tables.stream()
                .filter(table -> table.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The template has no table " + logicalId));
    }
}
