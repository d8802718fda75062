package dev.fattura.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Command;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** {@code POST /approvals/{transaction}/cancel}. */
public class CancelApprovalFunction {

    private final Table office;
    private final CancelApproval cancelApproval;
    private final Clock clock;

    public CancelApprovalFunction(Office office, Clock clock) {
        this.office = office.table();
        this.cancelApproval = new CancelApproval(office.table());
        this.clock = clock;
    }

    @Funq("cancel-approval")
    public HttpReply cancelApproval(Invocation invocation) {
        return Http.command(invocation, office, this::cancel);
    }

    private Reply cancel(Request request, Command command) {
        String transaction = request.pathId("transaction");
        Body body = request.body();
        LocalDate accountingDate = body.optional("accountingDate", body::date)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        body.end();
        return Reply.ok(json(transaction, cancelApproval.cancel(transaction, accountingDate, command)));
    }

    private static ObjectNode json(String transaction, Approval reversals) {
        ObjectNode json = Json.object()
                .put("transaction", transaction)
                .put("approval", reversals.id().toString());
        reversals.entries().forEach(entry -> entry.actuals()
                .forEach(reversal -> json.withArray("/reversals").add(reversal.toString())));
        return json;
    }
}
