package dev.fattura.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.template.Template;
import dev.fattura.runtime.QueueBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import dev.fattura.support.Callers;
import dev.fattura.support.Gateway;
import dev.fattura.support.World.Answer;
import dev.fattura.sweep.ParkFailuresFunction;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions around the simulated tables; it notes what each of them writes. */
final class Deployment {

    static final String PARK_FAILURES = "park-failures";

    private final Gateway gateway;
    private final Gateway early;
    private final ParkFailuresFunction parkFailures;
    private final Defect defect;
    private final Calls calls;

    Deployment(Table office, Table finance, Clock clock, Defect defect, Calls calls) {
        this.gateway = new Gateway(new Office(office), new Finance(finance), clock);
        this.early = new Gateway(
                new Office(new EarlyReader(office, defect)), new Finance(new EarlyReader(finance, defect)), clock);
        this.parkFailures = new ParkFailuresFunction(new Finance(finance), clock, Metrics.NONE);
        this.defect = defect;
        this.calls = calls;
    }

    /** The functions of the template that write: those with a route that asks for a change, a schedule, a stream or a queue. */
    static Set<String> writers() {
        Set<String> writers = new TreeSet<>(Set.of(PARK_FAILURES));
        changes().map(Template.Route::function).forEach(writers::add);
        Gateway.template().schedules().forEach(schedule -> writers.add(schedule.function()));
        Gateway.template().streamMappings().forEach(mapping -> writers.add(mapping.function()));
        return writers;
    }

    /** The routes that ask for a change. */
    static Set<String> commands() {
        return changes().map(Deployment::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The routes that can be answered with anything but a refusal. */
    static Set<String> routes() {
        return answering().map(Deployment::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Template.Route> changes() {
        return answering().filter(route -> !route.method().equals("GET"));
    }

    /** What only refuses is none of them. */
    private static Stream<Template.Route> answering() {
        return Gateway.template().routes().stream()
                .filter(route -> !route.function().equals("refuse-proposal"));
    }

    private static String name(Template.Route route) {
        return route.method() + " " + route.path();
    }

    Answer call(String method, String path, String body, String... headers) {
        return callAs(Callers.everything(), method, path, body, headers);
    }

    Answer callAs(JsonNode caller, String method, String path, String body, String... headers) {
        Template.Route route = Gateway.route(method, path);
        Answer answer = calls.during(route.function(), () -> gateway.callAs(caller, method, path, body, headers));
        if (answer.status() < 300) {
            calls.answered(name(route));
        }
        return answer;
    }

    Answer schedule(String function) {
        return calls.during(function, () -> gateway.schedule(function));
    }

    StreamReply stream(String function, List<ObjectNode> records) {
        Gateway serving = defect.isOf(function) ? early : gateway;
        return calls.during(function, () -> serving.stream(function, records));
    }

    StreamReply park(List<QueueBatch.Message> messages) {
        return calls.during(PARK_FAILURES, () -> parkFailures.parkFailures(new QueueBatch(messages)));
    }
}
