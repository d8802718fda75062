package dev.fattura.sweep;

import dev.fattura.maps.TableMaps;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;
import java.time.Clock;

/** The sweep, on a schedule. It reports how much it had to carry; where the streams did their work that is nothing. */
public class SweepFunction {

    private final Sweep sweep;
    private final Clock clock;

    public SweepFunction(Office office, Finance finance, TableMaps maps, Clock clock) {
        this.sweep = Conductor.of(office, finance, maps, clock).sweep();
        this.clock = clock;
    }

    @Funq("sweep")
    public HttpReply sweep(Invocation invocation) {
        return Http.answer(invocation, request -> Reply.ok(SweepReportJson.of(sweep.run(clock.instant()))));
    }
}
