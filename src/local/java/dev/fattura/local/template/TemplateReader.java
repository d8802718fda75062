package dev.fattura.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the SAM template into a {@link Template}. What it needs and does not find it refuses with the place in the file. */
public final class TemplateReader {
    /** What a deployment would know; {@code Stage} wins over the default, so no local name is that of a deployed stage. */
    private static final Map<String, String> DEPLOYMENT = Map.of(
            "Stage", "local",
            "AWS::StackName", "fattura",
            "AWS::Region", "local",
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws");

    private static final String INPUT_WITHOUT_ONE = "{}";

    /** What Lambda gives a function that does not say. */
    private static final String SECONDS_WITHOUT_TIMEOUT = "3";

    private final YamlTree root;
    private final Map<String, String> tableVariables = new LinkedHashMap<>();
    private final List<Template.Table> tables = new ArrayList<>();
    private final List<Template.Function> functions = new ArrayList<>();
    private final List<Template.Route> routes = new ArrayList<>();
    private final List<Template.StreamMapping> streamMappings = new ArrayList<>();
    private final List<Template.Schedule> schedules = new ArrayList<>();
    private final List<String> queueFunctions = new ArrayList<>();

    private TemplateReader(YamlTree root) {
        this.root = root;
    }

    public static Template read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    public static Template parse(String yaml) {
        return new TemplateReader(YamlTree.parse(yaml, DEPLOYMENT)).template();
    }

    private Template template() {
        Map<String, YamlTree> resources = root.child("Resources").children();
        resources.forEach((id, resource) -> {
            if (isOfType(resource, "AWS::DynamoDB::Table")) {
                tables.add(table(id, resource.child("Properties")));
            }
        });
        noteTableVariables(root.path("Globals", "Function"));
        resources.forEach((id, resource) -> {
            if (isOfType(resource, "AWS::Serverless::Function")) {
                addFunction(id, resource.child("Properties"));
            }
        });
        return new Template(tables, functions, routes, streamMappings, schedules, queueFunctions, tableVariables);
    }

    private static boolean isOfType(YamlTree resource, String type) {
        return resource.child("Type").text().filter(type::equals).isPresent();
    }

    private static Template.Table table(String id, YamlTree properties) {
        Map<String, String> types = new LinkedHashMap<>();
        for (YamlTree definition : properties.child("AttributeDefinitions").elements()) {
            types.put(definition.required("AttributeName", id), definition.required("AttributeType", id));
        }
        List<Template.Key> keys = properties.child("KeySchema").elements().stream()
                .map(key -> {
                    String attribute = key.required("AttributeName", id);
                    return new Template.Key(attribute, types.getOrDefault(attribute, "S"), key.required("KeyType", id));
                })
                .toList();
        String name = properties.child("TableName").text().orElse("fattura-" + id);
        return new Template.Table(
                id,
                name,
                keys,
                properties.path("StreamSpecification", "StreamViewType").text());
    }

    /** A variable that refers to a table is how the deployed functions learn its name, so it is how they learn it here. */
    private void noteTableVariables(YamlTree function) {
        function.path("Environment", "Variables").children().forEach((variable, value) -> value.reference()
                .filter(id ->
                        tables.stream().anyMatch(table -> table.logicalId().equals(id)))
                .ifPresent(id -> tableVariables.put(variable, id)));
    }

    private void addFunction(String id, YamlTree properties) {
        noteTableVariables(properties);
        Optional<String> export = properties
                .path("Environment", "Variables", "QUARKUS_FUNQY_EXPORT")
                .text();
        if (export.isEmpty()) {
            return; // Not one of the functions of this artifact (an authorizer, for instance).
        }
        functions.add(new Template.Function(id, export.get(), timeout(properties)));
        properties.child("Events").children().forEach((name, event) -> {
            YamlTree trigger = event.child("Properties");
            switch (event.child("Type").text().orElse("")) {
                case "HttpApi" -> routes.add(route(id, trigger, export.get()));
                case "DynamoDB" -> streamMappings.add(streamMapping(id, trigger, export.get()));
                case "SQS" -> queueFunctions.add(export.get());
                case "ScheduleV2", "Schedule" -> schedules.add(schedule(id, name, trigger, export.get()));
                default ->
                    throw new IllegalArgumentException(
                            "The local cloud has no trigger of the type of " + id + "/Events/" + name);
            }
        });
    }

    private Duration timeout(YamlTree function) {
        String seconds = function.child("Timeout")
                .text()
                .or(() -> root.path("Globals", "Function", "Timeout").text())
                .orElse(SECONDS_WITHOUT_TIMEOUT);
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static Template.Route route(String id, YamlTree trigger, String function) {
        String method = trigger.required("Method", id).toUpperCase(Locale.ROOT);
        return new Template.Route(method.equals("*") ? "ANY" : method, trigger.required("Path", id), function);
    }

    private static Template.StreamMapping streamMapping(String id, YamlTree trigger, String function) {
        String table = trigger.child("Stream")
                .reference()
                .orElseThrow(() -> new IllegalArgumentException(id + ": Stream is no !GetAtt of a table"));
        return new Template.StreamMapping(
                table,
                function,
                Integer.parseInt(trigger.child("BatchSize").text().orElse("100")),
                trigger.path("FilterCriteria", "Filters").elements().stream()
                        .map(filter -> filter.required("Pattern", id))
                        .toList(),
                Integer.parseInt(trigger.child("MaximumRetryAttempts").text().orElse("-1")),
                Long.parseLong(trigger.child("MaximumRecordAgeInSeconds").text().orElse("-1")),
                Boolean.parseBoolean(
                        trigger.child("BisectBatchOnFunctionError").text().orElse("false")),
                trigger.child("FunctionResponseTypes").elements().stream().anyMatch(type -> type.text()
                        .filter("ReportBatchItemFailures"::equals)
                        .isPresent()),
                trigger.path("DestinationConfig", "OnFailure").isPresent());
    }

    private static Template.Schedule schedule(String id, String name, YamlTree trigger, String function) {
        String expression =
                trigger.child("ScheduleExpression").text().orElseGet(() -> trigger.required("Schedule", id));
        return new Template.Schedule(
                id + "-" + name,
                expression,
                function,
                trigger.child("Input").text().orElse(INPUT_WITHOUT_ONE));
    }
}
