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
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Office;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All functions around two tables in memory, with the routes and stream filters of the template, in one thread: a test calls,
 * delivers and schedules as it likes.
 */
public final class World {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Template TEMPLATE = read();
    private static final int MOST_ROUNDS = 20;

    private final InMemoryTable office = new InMemoryTable();
    private final InMemoryTable finance = new InMemoryTable();
    private final WorldFunctions functions;
    private final Map<String, Integer> delivered = new LinkedHashMap<>();
    private final WorldAudit audit = new WorldAudit(this);

    /** A new world, which {@link AuditedWorlds} holds to every rule of the auditor once the test is over. */
    public World() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-31T23:30:00Z"), ZoneOffset.UTC);
        functions = new WorldFunctions(new Office(office), new Finance(finance), clock);
    }

    /** An answer of the HTTP API. */
    public record Answer(int status, Map<String, String> headers, JsonNode body) {

        /** The member at that JSON pointer as text. */
        public String at(String pointer) {
            JsonNode found = body.at(pointer);
            if (found.isMissingNode()) {
                throw new AssertionError("No " + pointer + " in " + body.toPrettyString());
            }
            return found.isContainerNode() ? found.toString() : found.asText();
        }
    }

    /** How stream records are delivered. */
    public enum Course {
        IN_ORDER,
        TWICE,
        REVERSED,
        REVERSED_AND_TWICE
    }

    public InMemoryTable office() {
        return office;
    }

    public InMemoryTable finance() {
        return finance;
    }

    public WorldAudit audit() {
        return audit;
    }

    /** Whether the template has that route: {@code has("POST", "/invoices/{invoice}/confirm")}. */
    public static boolean has(String method, String path) {
        return TEMPLATE.routes().stream()
                .anyMatch(route -> route.method().equals(method) && route.path().equals(path));
    }

    /** Everything in both tables. */
    public Map<String, Map<Key, Item>> contents() {
        return Map.of("office", office.contents(), "finance", finance.contents());
    }

    /** Calls a route, which must answer with that status. */
    public Answer call(int status, String method, String path, String body, String... headers) {
        Answer answer = call(method, path, body, headers);
        if (answer.status() != status) {
            throw new AssertionError(method + " " + path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    /** Calls a route; headers come as name, value, name, value. */
    public Answer call(String method, String path, String body, String... headers) {
        String[] parts = path.split("\\?", 2);
        for (Template.Route route : TEMPLATE.routes()) {
            Map<String, String> parameters = parameters(route.path(), parts[0]);
            if (route.method().equals(method) && parameters != null) {
                Invocation invocation = new Invocation(
                        method + " " + route.path(),
                        parts[0],
                        headers(headers),
                        parts.length == 2 ? query(parts[1]) : null,
                        parameters,
                        new Invocation.RequestContext(new Invocation.Http(method, parts[0])),
                        body,
                        false,
                        null);
                Answer answer = answer(functions.http(route.function()).apply(invocation));
                ApiDocument.read().check(method, route.path(), body, answer);
                return answer;
            }
        }
        throw new AssertionError("The template has no route " + method + " " + path);
    }

    /** Runs a schedule of the template. */
    public Answer schedule(String function) {
        Invocation invocation = new Invocation(null, null, null, null, null, null, null, false, Invocation.SCHEDULE);
        return answer(functions.http(function).apply(invocation));
    }

    /** Delivers to every mapping of the template what its stream has and it has not seen, until nothing new comes. */
    public void deliver(Course course) {
        boolean more = true;
        while (more) {
            more = false;
            for (Template.StreamMapping mapping : TEMPLATE.streamMappings()) {
                more |= deliver(mapping, course);
            }
        }
    }

    /** Runs all streams and all schedules of the template until nothing changes any more. */
    public void settle() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, Map<Key, Item>> before = contents();
            deliver(Course.IN_ORDER);
            TEMPLATE.schedules().stream()
                    .map(Template.Schedule::function)
                    .distinct()
                    .forEach(this::schedule);
            if (contents().equals(before)) {
                return;
            }
        }
        throw new AssertionError(
                "Something still changes after " + MOST_ROUNDS + " rounds of all streams and schedules");
    }

    /** What the streams have and nobody has seen is gone, as after their 24 hours. */
    public void loseRecords() {
        for (Template.StreamMapping mapping : TEMPLATE.streamMappings()) {
            InMemoryTable side = mapping.table().equals("OfficeTable") ? office : finance;
            delivered.put(mapping.function(), side.changes().size());
        }
    }

    /** Lets all records of all streams come again with the next delivery. */
    public void forgetDeliveries() {
        delivered.clear();
    }

    /** The records of a mapping's stream that its filters let through, from the beginning. */
    public List<ObjectNode> passing(Template.StreamMapping mapping) {
        return passing(mapping, 0);
    }

    private List<ObjectNode> passing(Template.StreamMapping mapping, int from) {
        List<InMemoryTable.Change> all = changes(mapping);
        List<ObjectNode> records = new ArrayList<>();
        for (int index = from; index < all.size(); index++) {
            ObjectNode record = record(all.get(index), index);
            if (mapping.filterPatterns().stream()
                    .anyMatch(pattern -> EventPattern.parse(pattern).matches(record))) {
                records.add(record);
            }
        }
        return records;
    }

    private List<InMemoryTable.Change> changes(Template.StreamMapping mapping) {
        return (mapping.table().equals("OfficeTable") ? office : finance).changes();
    }

    private boolean deliver(Template.StreamMapping mapping, Course course) {
        int from = delivered.getOrDefault(mapping.function(), 0);
        delivered.put(mapping.function(), changes(mapping).size());
        List<StreamBatch.StreamRecord> records = new ArrayList<>();
        passing(mapping, from).forEach(record -> records.add(bound(record)));
        if (course == Course.REVERSED || course == Course.REVERSED_AND_TWICE) {
            Collections.reverse(records);
        }
        if (course == Course.TWICE || course == Course.REVERSED_AND_TWICE) {
            records.addAll(List.copyOf(records));
        }
        StreamReply reply = functions.stream(mapping.function()).apply(new StreamBatch(records));
        if (!reply.batchItemFailures().isEmpty()) {
            throw new AssertionError(mapping.function() + " failed: " + reply);
        }
        return !records.isEmpty();
    }

    /** A change as its stream record in DynamoDB JSON. */
    public static ObjectNode record(InMemoryTable.Change change, int sequence) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("eventName", change.insert() ? "INSERT" : "MODIFY");
        ObjectNode dynamodb = record.putObject("dynamodb");
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

    private static JsonNode typed(Object value) {
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
