package dev.fattura.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.template.Template;
import dev.fattura.runtime.QueueBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import dev.fattura.support.Gateway;
import dev.fattura.support.World.Answer;
import dev.fattura.sweep.ParkFailuresFunction;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    /**
     * The functions of the template that write: those with a route that asks for a change, a schedule, a stream or a queue. What only
     * refuses is none of them.
     */
    static Set<String> writers() {
        Template template = Gateway.template();
        Set<String> writers = new TreeSet<>(Set.of(PARK_FAILURES));
        template.routes().stream()
                .filter(route -> !route.method().equals("GET"))
                .map(Template.Route::function)
                .filter(function -> !function.equals("refuse-proposal"))
                .forEach(writers::add);
        template.schedules().forEach(schedule -> writers.add(schedule.function()));
        template.streamMappings().forEach(mapping -> writers.add(mapping.function()));
        return writers;
    }

    Answer call(String method, String path, String body, String... headers) {
        return calls.during(Gateway.function(method, path), () -> gateway.call(method, path, body, headers));
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
