package dev.fattura.proforma;

import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.time.Clock;

/** Drafting and confirming of long invoices, on a schedule. */
public class FinishInvoicesFunction {

    private final FinishLongInvoices finishLongInvoices;
    private final Clock clock;
    private final Metrics metrics;

    public FinishInvoicesFunction(Office office, Clock clock, Metrics metrics) {
        this.finishLongInvoices = new FinishLongInvoices(office.table());
        this.clock = clock;
        this.metrics = metrics;
    }

    @Funq("finish-invoices")
    public HttpReply finishInvoices(Invocation invocation) {
        return Http.answer(invocation, schedule -> {
            FinishLongInvoices.Finished finished = finishLongInvoices.run(clock.instant());
            metrics.done(Metric.INVOICES_CONFIRMED, finished.confirmed());
            return Reply.ok(Json.object().put("invoices", finished.invoices()));
        });
    }
}
