package dev.fattura.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fattura.ledger.Approval;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code POST /approvals}. */
public class ApproveTransactionsFunction {

    private final Table office;
    private final ApproveTransactions approveTransactions;

    public ApproveTransactionsFunction(Office office) {
        this.office = office.table();
        this.approveTransactions = new ApproveTransactions(office.table());
    }

    @Funq("approve-transactions")
    public HttpReply approveTransactions(Invocation invocation) {
        return Http.command(
                invocation,
                office,
                (request, command) ->
                        Reply.ok(json(approveTransactions.approve(TransactionsBody.read(request.body()), command))));
    }

    private static ObjectNode json(Approval approval) {
        ObjectNode json = Json.object().put("approval", approval.id().toString());
        json.set("actuals", Json.array(approval.entries(), ApproveTransactionsFunction::json));
        return json;
    }

    private static ObjectNode json(Approval.Entry entry) {
        ObjectNode json = Json.object().put("transaction", entry.transaction());
        if (entry.cost() != null) {
            json.put("cost", entry.cost().toString());
        }
        if (entry.unbilledSales() != null) {
            json.put("unbilledSales", entry.unbilledSales().toString());
        }
        if (!entry.further().isEmpty()) {
            json.set("furtherUnbilledSales", Json.array(entry.further(), id -> TextNode.valueOf(id.toString())));
        }
        return json;
    }
}
