package dev.fattura.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.template.Template;
import dev.fattura.runtime.StreamReply;
import dev.fattura.store.Finance;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Office;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All functions around two tables in memory, with the routes and stream filters of the template, in one thread: a test calls,
 * delivers and schedules as it likes.
 */
public final class World {

    private static final int MOST_ROUNDS = 20;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T23:30:00Z"), ZoneOffset.UTC);

    private final InMemoryTable office = new InMemoryTable();
    private final InMemoryTable finance = new InMemoryTable();
    private final Gateway gateway;
    private final Map<String, Integer> delivered = new LinkedHashMap<>();
    private final WorldAudit audit = new WorldAudit(this);

    /** A new world, which {@link AuditedWorlds} holds to every rule of the auditor once the test is over. */
    public World() {
        gateway = new Gateway(new Office(office), new Finance(finance), CLOCK);
    }

    /** A new world in which every line of metrics is handed over. */
    public World(Consumer<String> metrics) {
        gateway = new Gateway(
                new Office(office),
                new Finance(finance),
                CLOCK,
                function -> new Metrics("test", function, CLOCK, metrics));
    }

    /** What a world was like at some time, with what had been delivered. */
    public record Snapshot(
            InMemoryTable.Snapshot office, InMemoryTable.Snapshot finance, Map<String, Integer> delivered) {}

    public Snapshot snapshot() {
        return new Snapshot(office.snapshot(), finance.snapshot(), new LinkedHashMap<>(delivered));
    }

    public void restore(Snapshot snapshot) {
        office.restore(snapshot.office());
        finance.restore(snapshot.finance());
        delivered.clear();
        delivered.putAll(snapshot.delivered());
    }

    /** A defect of both tables, for a test that is to find it: whatever version is there is taken for the expected one. */
    public void ignoreVersions() {
        office.ignoreVersions();
        finance.ignoreVersions();
    }

    /** Called before every call of a table, in the thread that makes it. */
    public void beforeEachCall(Runnable turn) {
        office.beforeEach(turn);
        finance.beforeEach(turn);
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
        return Gateway.template().routes().stream()
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
        return gateway.call(method, path, body, headers);
    }

    /** Calls a route as that caller of {@link Callers}, or as nobody where it is null. */
    public Answer callAs(JsonNode caller, String method, String path, String body, String... headers) {
        return gateway.callAs(caller, method, path, body, headers);
    }

    /** Runs a schedule of the template. */
    public Answer schedule(String function) {
        return gateway.schedule(function);
    }

    /** Delivers to every mapping of the template what its stream has and it has not seen, until nothing new comes. */
    public void deliver(Course course) {
        boolean more = true;
        while (more) {
            more = false;
            for (Template.StreamMapping mapping : Gateway.template().streamMappings()) {
                more |= deliver(mapping, course);
            }
        }
    }

    /** Runs all streams and all schedules of the template until nothing changes any more. */
    public void settle() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, Map<Key, Item>> before = contents();
            deliver(Course.IN_ORDER);
            Gateway.template().schedules().stream()
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
        for (Template.StreamMapping mapping : Gateway.template().streamMappings()) {
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
            ObjectNode record = Gateway.record(all.get(index), index);
            if (Gateway.passes(mapping, record)) {
                records.add(record);
            }
        }
        return records;
    }

    private List<InMemoryTable.Change> changes(Template.StreamMapping mapping) {
        return (mapping.table().equals("OfficeTable") ? office : finance).changes();
    }

    /** Gives everything that the stream of a function has and it has not seen to it, in one batch; what it has seen stays the same. */
    public StreamReply stream(String function) {
        Template.StreamMapping mapping = Gateway.template().streamMappings().stream()
                .filter(each -> each.function().equals(function))
                .findFirst()
                .orElseThrow();
        return gateway.stream(function, passing(mapping, delivered.getOrDefault(function, 0)));
    }

    private boolean deliver(Template.StreamMapping mapping, Course course) {
        int from = delivered.getOrDefault(mapping.function(), 0);
        delivered.put(mapping.function(), changes(mapping).size());
        List<ObjectNode> records = passing(mapping, from);
        if (course == Course.REVERSED || course == Course.REVERSED_AND_TWICE) {
            Collections.reverse(records);
        }
        if (course == Course.TWICE || course == Course.REVERSED_AND_TWICE) {
            records.addAll(List.copyOf(records));
        }
        StreamReply reply = gateway.stream(mapping.function(), records);
        if (!reply.batchItemFailures().isEmpty()) {
            throw new AssertionError(mapping.function() + " failed: " + reply);
        }
        return !records.isEmpty();
    }
}
