package dev.fattura.proforma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Retainer;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code PUT /contracts/{contract}/retainers/{retainer}} and {@code POST /contracts/{contract}/retainers}. */
public class RecordRetainerFunction {

    private final Table office;
    private final RecordRetainer recordRetainer;
    private final ScheduleRetainers scheduleRetainers;

    public RecordRetainerFunction(Office office) {
        this.office = office.table();
        this.recordRetainer = new RecordRetainer(office.table());
        this.scheduleRetainers = new ScheduleRetainers(office.table());
    }

    @Funq("record-retainer")
    public HttpReply recordRetainer(Invocation invocation) {
        return Http.command(
                invocation,
                office,
                (request, command) ->
                        request.method().equals("POST") ? schedule(request, command) : record(request, command));
    }

    private Reply record(Request request, Command command) {
        RetainerRequest requested = RetainerBody.read(
                new Contract.Id(request.pathId("contract")),
                new Retainer.Id(request.pathId("retainer")),
                request.body());
        return Reply.ok(json(recordRetainer.record(requested, command)));
    }

    private Reply schedule(Request request, Command command) {
        ScheduleRequest requested =
                RetainerBody.readSchedule(new Contract.Id(request.pathId("contract")), request.body());
        ObjectNode json = Json.object()
                .put("contract", requested.first().contract().value())
                .put("schedule", requested.first().retainer().value());
        json.set("retainers", Json.array(scheduleRetainers.schedule(requested, command), RecordRetainerFunction::json));
        return Reply.ok(json);
    }

    private static ObjectNode json(Retainer retainer) {
        ObjectNode json = Json.object()
                .put("contract", retainer.contract().value())
                .put("retainer", retainer.id().value())
                .put("line", retainer.line().value())
                .put("customer", retainer.customer())
                .put("description", retainer.description());
        json.set("amount", Json.money(retainer.amount()));
        RetainerBody.Status status =
                retainer.readyToInvoice() ? RetainerBody.Status.READY_TO_INVOICE : RetainerBody.Status.NOT_READY;
        return json.put("date", retainer.date().toString()).put("status", status.code());
    }
}
