package dev.fattura.proforma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Retainer;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code PUT /contracts/{contract}/retainers/{retainer}}. */
public class RecordRetainerFunction {

    private final Table office;
    private final RecordRetainer recordRetainer;

    public RecordRetainerFunction(Office office) {
        this.office = office.table();
        this.recordRetainer = new RecordRetainer(office.table());
    }

    @Funq("record-retainer")
    public HttpReply recordRetainer(Invocation invocation) {
        return Http.command(invocation, office, (request, command) -> {
            RetainerRequest requested = RetainerBody.read(
                    new Contract.Id(request.pathId("contract")),
                    new Retainer.Id(request.pathId("retainer")),
                    request.body());
            return Reply.ok(json(recordRetainer.record(requested, command)));
        });
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
