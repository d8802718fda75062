package dev.fattura.sweep;

import dev.fattura.maps.TableMaps;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.time.Clock;

/** The sweep, on a schedule. It reports how much it had to carry; where the streams did their work that is nothing. */
public class SweepFunction {

    private final Sweep sweep;
    private final Clock clock;
    private final Metrics metrics;

    public SweepFunction(Office office, Finance finance, TableMaps maps, Clock clock, Metrics metrics) {
        this.sweep = Conductor.of(office, finance, maps, clock, metrics).sweep();
        this.clock = clock;
        this.metrics = metrics;
    }

    @Funq("sweep")
    public HttpReply sweep(Invocation invocation) {
        return Http.answer(invocation, request -> Reply.ok(SweepReportJson.of(told(sweep.run(clock.instant())))));
    }

    private SweepReport told(SweepReport report) {
        metrics.level(Metric.SWEEP_CARRIED, report.carriedCount());
        metrics.level(Metric.SWEEP_FAILURES, report.failures().size());
        metrics.level(Metric.SYNC_ERRORS_OPEN, report.openErrors());
        return report;
    }
}
