package dev.fattura.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.NotToExceed;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code POST /contracts/{contract}/backlog/mark}, {@code .../reevaluate} and {@code .../reset}. */
public class MarkBacklogFunction {

    private final Table office;
    private final MarkBacklog markBacklog;
    private final MarkProgress markProgress;
    private final EvaluateBacklog evaluateBacklog;

    public MarkBacklogFunction(Office office) {
        this.office = office.table();
        this.markBacklog = new MarkBacklog(office.table());
        this.markProgress = new MarkProgress(office.table());
        this.evaluateBacklog = new EvaluateBacklog(office.table());
    }

    @Funq("mark-backlog")
    public HttpReply markBacklog(Invocation invocation) {
        return Http.command(invocation, office, this::change);
    }

    private Reply change(Request request, Command command) {
        Contract.Id contract = new Contract.Id(request.pathId("contract"));
        Body body = request.body();
        ObjectNode json = Json.object().put("contract", contract.value());
        return switch (request.route()) {
            case "POST /contracts/{contract}/backlog/reevaluate" ->
                Reply.ok(add(json, evaluateBacklog.reevaluate(contract, MarkBody.reevaluate(body), command)));
            case "POST /contracts/{contract}/backlog/reset" ->
                Reply.ok(add(json, evaluateBacklog.reset(contract, MarkBody.reset(body), command)));
            default ->
                Reply.ok(
                        body.has("progress")
                                ? add(json, markProgress.mark(MarkBody.progress(contract, body), command))
                                : add(json, markBacklog.mark(MarkBody.mark(contract, body), command)));
        };
    }

    private static ObjectNode add(ObjectNode json, MarkRequest.Marked marked) {
        return json.put("marked", marked.marked())
                .put("unchanged", marked.unchanged())
                .put("notToExceed", marked.notToExceed());
    }

    private static ObjectNode add(ObjectNode json, ContractLine.Milestone milestone) {
        json.set("milestone", ContractJson.milestone(milestone));
        return json;
    }

    private static ObjectNode add(ObjectNode json, EvaluateBacklog.Evaluated evaluated) {
        for (NotToExceed.Status status : NotToExceed.Status.values()) {
            json.put(status.code(), evaluated.counts().getOrDefault(status, 0L));
        }
        return json;
    }
}
