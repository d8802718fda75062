package dev.fattura.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;
import java.time.Clock;
import java.util.Map;

/** The sweep, on a schedule. It reports how much it had to carry; where the streams did their work that is nothing. */
public class SweepFunction {

    private final Sweep sweep;
    private final Clock clock;

    public SweepFunction(Office office, Finance finance, Clock clock) {
        this.sweep = new Sweep(office.table(), finance.table());
        this.clock = clock;
    }

    @Funq("sweep")
    public HttpReply sweep(Invocation invocation) {
        return Http.answer(invocation, request -> Reply.ok(json(sweep.run(clock.instant()))));
    }

    private static ObjectNode json(SweepReport report) {
        ObjectNode json = Json.object();
        for (Map.Entry<SweepReport.Kind, Long> carried : report.carried().entrySet()) {
            json.put(carried.getKey().code(), carried.getValue());
        }
        return json.set("failures", Json.array(report.failures(), failure -> Json.object()
                .put("queue", failure.queue().code())
                .put("id", failure.id())
                .put("cause", failure.cause())));
    }
}
