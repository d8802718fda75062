package dev.fattura.proforma;

import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;
import java.time.Clock;

/** Drafting and confirming of long invoices, on a schedule. */
public class FinishInvoicesFunction {

    private final FinishLongInvoices finishLongInvoices;
    private final Clock clock;

    public FinishInvoicesFunction(Office office, Clock clock) {
        this.finishLongInvoices = new FinishLongInvoices(office.table());
        this.clock = clock;
    }

    @Funq("finish-invoices")
    public HttpReply finishInvoices(Invocation invocation) {
        return Http.answer(
                invocation,
                schedule -> Reply.ok(Json.object().put("invoices", finishLongInvoices.run(clock.instant()))));
    }
}
