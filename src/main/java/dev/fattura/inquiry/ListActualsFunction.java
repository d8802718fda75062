package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;
import java.util.Optional;

/** {@code GET /actuals?invoice=X}, {@code GET /actuals?approval=X} and {@code GET /actuals/{actual}}. */
public class ListActualsFunction {

    private final ActualsInquiry actuals;

    public ListActualsFunction(Office office) {
        actuals = new ActualsInquiry(office);
    }

    @Funq("list-actuals")
    public HttpReply listActuals(Invocation invocation) {
        return Http.answer(invocation, request -> request.hasPathId("actual") ? one(request) : many(request));
    }

    private Reply one(Request request) {
        Actual.Id id = new Actual.Id(Missing.requireDerived("actual", request.pathId("actual")));
        return Reply.ok(FoundActualJson.of(actuals.one(id)));
    }

    private Reply many(Request request) {
        PageRequest page = PageRequest.of(request);
        Optional<String> invoice = request.query("invoice");
        Optional<String> approval = request.query("approval");
        if (invoice.isPresent() == approval.isPresent()) {
            throw new Refused(
                    RefusalCode.MEMBER_INVALID, "Name one invoice or one approval: ?invoice=... or ?approval=....");
        }
        Listing<ActualsInquiry.Found> found = invoice.isPresent()
                ? actuals.ofInvoice(new Invoice.Id(Missing.requireGiven("invoice", invoice.get())), page)
                : actuals.ofApproval(new Approval.Id(Missing.requireDerived("approval", approval.orElseThrow())), page);
        ObjectNode json = Json.object();
        json.set("actuals", Json.array(found.entries(), FoundActualJson::of));
        return Reply.ok(found.addNext(json));
    }
}
