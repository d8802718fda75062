package dev.fattura.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The deployment template as data. A short tag reads as CloudFormation's long form, {@code !Ref X} as {@code {"Ref": "X"}},
 * so that a test sees what is referred to and no tag is lost.
 */
public record Template(Map<String, Object> root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A function of the template: its logical id and its own properties, without those of the globals. */
    record Function(String id, Map<String, Object> properties) {

        String export() {
            return text(at(properties, "Environment", "Variables", "QUARKUS_FUNQY_EXPORT"));
        }

        Map<String, Object> environment() {
            return object(at(properties, "Environment", "Variables"));
        }
    }

    /** A trigger: the export of the function it starts, its type and its properties. */
    record Trigger(String export, String type, Map<String, Object> properties) {

        String text(String property) {
            return Template.text(properties.get(property));
        }
    }

    public static Template read(Path file) {
        LoaderOptions options = new LoaderOptions();
        // A resource written twice would silently lose its first text.
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new Template(object(new Yaml(new ShortTags(options)).load(reader)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> resources() {
        return object(at(root, "Resources"));
    }

    /** The resources of a type by logical id, each whole: its policies on deletion stand beside its properties. */
    Map<String, Map<String, Object>> resources(String type) {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        resources().forEach((id, resource) -> {
            if (type.equals(at(resource, "Type"))) {
                found.put(id, object(resource));
            }
        });
        return found;
    }

    List<Function> functions() {
        return resources("AWS::Serverless::Function").entrySet().stream()
                .map(entry -> new Function(entry.getKey(), object(at(entry.getValue(), "Properties"))))
                .toList();
    }

    Function function(String export) {
        return functions().stream()
                .filter(function -> function.export().equals(export))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no function exports " + export));
    }

    /** After how many seconds a function is given up: its own time-out, or that of all. */
    public int timeoutSeconds(String export) {
        Object own = function(export).properties().get("Timeout");
        return (Integer) Objects.requireNonNull(own == null ? at(root, "Globals", "Function", "Timeout") : own);
    }

    List<String> exports() {
        return functions().stream().map(Function::export).toList();
    }

    Map<String, Map<String, Object>> tables() {
        return resources("AWS::DynamoDB::Table");
    }

    List<Trigger> routes() {
        return triggers("HttpApi");
    }

    List<Trigger> streamMappings() {
        return triggers("DynamoDB");
    }

    List<Trigger> schedules() {
        return triggers("ScheduleV2");
    }

    List<Trigger> queueMappings() {
        return triggers("SQS");
    }

    private List<Trigger> triggers(String type) {
        return functions().stream()
                .flatMap(function -> objects(at(function.properties(), "Events")).stream()
                        .map(event -> new Trigger(
                                function.export(), text(at(event, "Type")), object(at(event, "Properties")))))
                .filter(trigger -> trigger.type().equals(type))
                .toList();
    }

    /** The statements of the role that a function names. */
    List<Map<String, Object>> statements(Function function) {
        return statements(role(function));
    }

    Map<String, Object> role(Function function) {
        String id = attributeOwner(at(function.properties(), "Role"));
        return object(Optional.ofNullable(resources("AWS::IAM::Role").get(id))
                .orElseThrow(() -> new AssertionError(function.id() + " names a role that is not there: " + id)));
    }

    /** The statements of a role that hold under any parameters. */
    static List<Map<String, Object>> statements(Map<String, Object> role) {
        return allStatements(role).stream()
                .filter(statement -> !statement.containsKey("Fn::If"))
                .toList();
    }

    /** The statements of the role of a function that hold only under that condition. */
    List<Map<String, Object>> conditionalStatements(Function function, String condition) {
        return allStatements(role(function)).stream()
                .filter(statement -> statement.containsKey("Fn::If"))
                .map(statement -> list(statement.get("Fn::If")))
                .filter(choice -> choice.get(0).equals(condition))
                .map(choice -> object(choice.get(1)))
                .toList();
    }

    private static List<Map<String, Object>> allStatements(Map<String, Object> role) {
        return list(at(role, "Properties", "Policies")).stream()
                .flatMap(policy -> list(at(policy, "PolicyDocument", "Statement")).stream())
                .map(Template::object)
                .toList();
    }

    /** Every statement of every policy in a resource, whatever the policy is of and under whatever condition it stands. */
    static List<Map<String, Object>> everyStatement(Object node) {
        List<Map<String, Object>> found = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            list(map.get("Statement")).forEach(statement -> addStatement(found, object(statement)));
            map.values().forEach(value -> found.addAll(everyStatement(value)));
        } else if (node instanceof List<?> many) {
            many.forEach(value -> found.addAll(everyStatement(value)));
        }
        return found;
    }

    private static void addStatement(List<Map<String, Object>> found, Map<String, Object> statement) {
        if (!statement.containsKey("Fn::If")) {
            found.add(statement);
            return;
        }
        List<Object> choice = list(statement.get("Fn::If"));
        choice.subList(1, choice.size()).stream()
                .map(Template::object)
                .filter(branch -> !branch.equals(Map.of("Ref", "AWS::NoValue")))
                .forEach(branch -> addStatement(found, branch));
    }

    /** The actions a function may take on each table; reading a stream is not one of them. */
    Map<String, Set<String>> tableActions(Function function) {
        Map<String, Set<String>> actions = new TreeMap<>();
        for (Map<String, Object> statement : statements(function)) {
            for (Object resource : list(statement.get("Resource"))) {
                String attribute = text(at(resource, "Fn::GetAtt"));
                if (tables().containsKey(attributeOwner(resource)) && attribute.endsWith(".Arn")) {
                    list(statement.get("Action")).forEach(action -> actions.computeIfAbsent(
                                    attributeOwner(resource), table -> new TreeSet<>())
                            .add(text(action)));
                }
            }
        }
        return actions;
    }

    /** All of these: {@code show-company FinanceTable dynamodb:GetItem}. */
    public Set<String> tableActions() {
        Set<String> all = new TreeSet<>();
        functions().forEach(function -> tableActions(function)
                .forEach((table, actions) ->
                        actions.forEach(action -> all.add(function.export() + " " + table + " " + action))));
        return all;
    }

    static List<String> queuesSentTo(List<Map<String, Object>> statements) {
        return statements.stream()
                .filter(statement -> list(statement.get("Action")).equals(List.of("sqs:SendMessage")))
                .map(statement -> attributeOwner(statement.get("Resource")))
                .toList();
    }

    /** The value at a path of keys, or null where a step is missing: the assertion on it then says so. */
    static Object at(Object node, String... path) {
        Object current = node;
        for (String key : path) {
            current = current instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return current;
    }

    /** {@code X} of {@code !GetAtt X.Name}. */
    static String attributeOwner(Object reference) {
        String attribute = text(at(reference, "Fn::GetAtt"));
        return attribute.substring(0, attribute.indexOf('.'));
    }

    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new AssertionError("expected a text, found " + value);
    }

    /** A list, or the one value that stands where a list may stand. */
    static List<Object> list(Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> many ? List.copyOf(many) : List.of(value);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new AssertionError("expected an object, found " + value);
    }

    /** The JSON that a text of the template holds, read as strictly as the service reads it. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private static List<Object> objects(Object value) {
        return value == null ? List.of() : List.copyOf(object(value).values());
    }

    private static final class ShortTags extends SafeConstructor {

        ShortTags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new LongForm());
        }

        private final class LongForm extends AbstractConstruct {

            @Override
            public Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                String key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
                return Map.of(key, value(node));
            }

            private Object value(Node node) {
                if (node instanceof ScalarNode scalar) {
                    return constructScalar(scalar);
                }
                if (node instanceof SequenceNode sequence) {
                    return constructSequence(sequence);
                }
                return constructMapping((MappingNode) node);
            }
        }
    }
}
