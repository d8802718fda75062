package dev.fattura.hostile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.FunctionError;
import dev.fattura.local.Functions;
import dev.fattura.local.template.Template;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import dev.fattura.support.Events;
import dev.fattura.support.Gateway;
import dev.fattura.support.PlainFunctions;
import dev.fattura.support.World;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small valid world, every function around its two watched tables, and the valid events from which hostile ones are made. */
final class HostileWorld {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T23:30:00Z"), ZoneOffset.UTC);
    private static final int RECORDS_AT_ONCE = 4;

    private final World world = new World();
    private final WatchedTable office = new WatchedTable(world.office());
    private final WatchedTable finance = new WatchedTable(world.finance());
    private final Functions functions;
    private final Map<String, List<Event>> events = new LinkedHashMap<>();
    private final Loot loot;

    /** Puts something between the events and the functions: a defect. */
    @FunctionalInterface
    interface Between {
        Functions around(Functions functions, Table office);
    }

    /** @param forged whether the platform itself may be attacked: its streams and queues */
    HostileWorld(boolean forged, Between between) {
        world.audit().waive("It audits itself, and forged stream records damage the tables");
        Map<String, String> names = Cellar.make(world);
        Functions plain = new PlainFunctions(new Office(office), new Finance(finance), CLOCK);
        names.put("error", error(plain));
        functions = between.around(plain, office);
        ValidRequests.of(names).forEach(this::add);
        Gateway.template().routes().stream()
                .map(Template.Route::function)
                .distinct()
                .filter(function -> Events.class.getResource("/events/http/" + function + ".json") != null)
                .forEach(this::addRecordedRequest);
        for (Template.Schedule schedule : Gateway.template().schedules()) {
            ObjectNode input = (ObjectNode) Json.read(schedule.input());
            add(new Event(schedule.function(), Shape.SCHEDULE, "schedule of " + schedule.function(), input, null));
        }
        if (forged) {
            Gateway.template().streamMappings().forEach(this::addStream);
            Gateway.template().queueFunctions().forEach(function -> addRecorded("queue", function, Shape.QUEUE));
        }
        loot = new Loot(events.values().stream().flatMap(List::stream).toList(), Cellar.ids(world));
    }

    World world() {
        return world;
    }

    WatchedTable office() {
        return office;
    }

    WatchedTable finance() {
        return finance;
    }

    Functions functions() {
        return functions;
    }

    Loot loot() {
        return loot;
    }

    /** All origins of events: routes, schedules, streams, queues. */
    List<String> origins() {
        return List.copyOf(events.keySet());
    }

    List<Event> of(String origin) {
        return events.get(origin);
    }

    private void add(Event event) {
        events.computeIfAbsent(event.origin(), missing -> new ArrayList<>()).add(event);
    }

    private void addStream(Template.StreamMapping mapping) {
        List<ObjectNode> records = world.passing(mapping);
        for (int from = 0; from < records.size(); from += RECORDS_AT_ONCE) {
            ObjectNode batch = JsonNodeFactory.instance.objectNode();
            ArrayNode some = batch.putArray("Records");
            records.subList(from, Math.min(records.size(), from + RECORDS_AT_ONCE))
                    .forEach(some::add);
            add(new Event(mapping.function(), Shape.STREAM, "stream of " + mapping.function(), batch, null));
        }
        addRecorded("stream", mapping.function(), Shape.STREAM);
    }

    private void addRecordedRequest(String function) {
        ObjectNode recorded = (ObjectNode) Json.read(Events.recorded("http/" + function));
        add(new Event(function, Shape.HTTP, recorded.get("routeKey").asText(), recorded, null));
    }

    private void addRecorded(String folder, String function, Shape shape) {
        ObjectNode recorded = (ObjectNode) Json.read(Events.recorded(folder + "/" + function));
        add(new Event(function, shape, folder + " of " + function, recorded, null));
    }

    /** Parks a batch that was given up, so that there is a sync error to look at. */
    private static String error(Functions functions) {
        try {
            functions.invoke(
                    "park-failures", Events.recorded("queue/park-failures").getBytes(StandardCharsets.UTF_8));
            Event list = HttpEvents.of("GET", "/sync-errors", null, null);
            byte[] answer =
                    functions.invoke(list.function(), Json.write(list.json()).getBytes(StandardCharsets.UTF_8));
            String body = Json.read(new String(answer, StandardCharsets.UTF_8))
                    .get("body")
                    .asText();
            return Json.read(body).at("/syncErrors/0/error").asText();
        } catch (FunctionError impossible) {
            throw new AssertionError(impossible);
        }
    }
}
