package dev.fattura.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.stream.EventPattern;
import dev.fattura.local.template.Template;
import dev.fattura.local.template.TemplateReader;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.StreamBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.store.Finance;
import dev.fattura.store.Key;
import dev.fattura.store.Office;
import dev.fattura.support.World.Answer;
import dev.fattura.watch.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All functions around two tables, reached by the routes, schedules and stream mappings of the template. */
public final class Gateway {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Template TEMPLATE = read();
    private static final Map<String, List<EventPattern>> PATTERNS = new ConcurrentHashMap<>();

    /** When every change of a world was made: two seconds before the time that its clock shows. */
    static final Instant CHANGED = Instant.parse("2026-01-31T23:29:58Z");

    private final WorldFunctions functions;

    public Gateway(Office office, Finance finance, Clock clock) {
        functions = new WorldFunctions(office, finance, clock);
    }

    /** @param metrics of the function of that name */
    Gateway(Office office, Finance finance, Clock clock, Function<String, Metrics> metrics) {
        functions = new WorldFunctions(office, finance, clock, metrics);
    }

    public static Template template() {
        return TEMPLATE;
    }

    /** Calls a route; headers come as name, value, name, value. */
    public Answer call(String method, String path, String body, String... headers) {
        return callAs(Callers.everything(), method, path, body, headers);
    }

    /** Calls a route as that caller; null for a request that no authorizer has seen. */
    public Answer callAs(JsonNode caller, String method, String path, String body, String... headers) {
        String[] parts = path.split("\\?", 2);
        Template.Route route = route(method, parts[0]);
        Invocation invocation = new Invocation(
                method + " " + route.path(),
                parts[0],
                headers(headers),
                parts.length == 2 ? query(parts[1]) : null,
                parameters(route.path(), parts[0]),
                new Invocation.RequestContext(new Invocation.Http(method, parts[0]), "request-" + method, caller),
                body,
                false,
                null);
        Answer answer = answer(functions.http(route.function()).apply(invocation));
        ApiDocument.read().check(method, route.path(), body, answer);
        return answer;
    }

    /** The route of the template that a request takes. */
    public static Template.Route route(String method, String path) {
        String plain = path.split("\\?", 2)[0];
        return TEMPLATE.routes().stream()
                .filter(route -> route.method().equals(method) && parameters(route.path(), plain) != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The template has no route " + method + " " + plain));
    }

    /** Runs a schedule of the template. */
    public Answer schedule(String function) {
        Invocation invocation = new Invocation(
                null, null, null, null, null, null, null, false, Invocation.SCHEDULE, "execution-" + function);
        return answer(functions.http(function).apply(invocation));
    }

    /** Gives records to the function of a stream mapping. */
    public StreamReply stream(String function, List<ObjectNode> records) {
        return functions.stream(function)
                .apply(new StreamBatch(records.stream().map(Gateway::bound).toList()));
    }

    /** Whether the filters of a mapping let that record through. */
    public static boolean passes(Template.StreamMapping mapping, ObjectNode record) {
        return PATTERNS
                .computeIfAbsent(mapping.function(), function -> mapping.filterPatterns().stream()
                        .map(EventPattern::parse)
                        .toList())
                .stream()
                .anyMatch(pattern -> pattern.matches(record));
    }

    /** A change as its stream record in DynamoDB JSON. */
    public static ObjectNode record(InMemoryTable.Change change, int sequence) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("eventID", "event-" + sequence);
        record.put("eventName", change.insert() ? "INSERT" : "MODIFY");
        ObjectNode dynamodb = record.putObject("dynamodb");
        dynamodb.put("ApproximateCreationDateTime", CHANGED.getEpochSecond());
        Key key = change.item().key();
        dynamodb.putObject("Keys").set("pk", typed(key.partition()));
        ((ObjectNode) dynamodb.get("Keys")).set("sk", typed(key.sort()));
        ObjectNode image = dynamodb.putObject("NewImage");
        image.set("pk", typed(key.partition()));
        image.set("sk", typed(key.sort()));
        change.item().attributes().forEach((name, value) -> image.set(name, typed(value)));
        dynamodb.put("SequenceNumber", String.format("%021d", sequence));
        return record;
    }

    /** An empty map or list comes out of a real stream without a type, and no consumer could read the record. */
    private static void requireTyped(Object value) {
        Collection<?> parts =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : null;
        if (parts != null && parts.isEmpty()) {
            throw new AssertionError("An empty map or list in an item");
        }
        if (parts != null) {
            parts.forEach(Gateway::requireTyped);
        }
    }

    private static JsonNode typed(Object value) {
        requireTyped(value);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (value instanceof String text) {
            return node.put("S", text);
        }
        if (value instanceof Long number) {
            return node.put("N", number.toString());
        }
        if (value instanceof Boolean flag) {
            return node.put("BOOL", flag);
        }
        if (value instanceof List<?> list) {
            var array = node.putArray("L");
            list.forEach(inner -> array.add(typed(inner)));
            return node;
        }
        ObjectNode map = node.putObject("M");
        ((Map<?, ?>) value).forEach((name, inner) -> map.set((String) name, typed(inner)));
        return node;
    }

    private static StreamBatch.StreamRecord bound(JsonNode record) {
        try {
            return JSON.treeToValue(record, StreamBatch.StreamRecord.class);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Answer answer(HttpReply reply) {
        try {
            JsonNode body = reply.isBase64Encoded()
                    ? JsonNodeFactory.instance.textNode(reply.body())
                    : JSON.readTree(reply.body());
            return new Answer(reply.statusCode(), reply.headers(), body);
        } catch (IOException notJson) {
            throw new AssertionError("The answer is not JSON: " + reply.body(), notJson);
        }
    }

    private static Map<String, String> parameters(String pattern, String path) {
        String[] wanted = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return null;
        }
        Map<String, String> parameters = new TreeMap<>();
        for (int index = 0; index < wanted.length; index++) {
            if (wanted[index].startsWith("{")) {
                parameters.put(wanted[index].substring(1, wanted[index].length() - 1), given[index]);
            } else if (!wanted[index].equals(given[index])) {
                return null;
            }
        }
        return parameters;
    }

    private static Map<String, String> query(String query) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return values;
    }

    private static Map<String, String> headers(String... headers) {
        Map<String, String> map = new TreeMap<>(Map.of("content-type", "application/json"));
        for (int index = 0; index < headers.length; index += 2) {
            map.put(headers[index], headers[index + 1]);
        }
        return map;
    }

    private static Template read() {
        try {
            return TemplateReader.read(Path.of("infra/template.yaml"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
