package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.runtime.WaitingJson;
import dev.fattura.store.Finance;
import io.quarkus.funqy.Funq;
import java.util.Objects;

/** {@code GET /staging?company=X}: what waits in finance to be imported, posted or written back, and why. */
public class ListWaitingFunction {

    /** The cause of what was not tried yet. */
    static final String NOT_TRIED = "waits for the next run";

    private final WaitingInquiry waiting;

    public ListWaitingFunction(Finance finance) {
        waiting = new WaitingInquiry(finance);
    }

    @Funq("list-waiting")
    public HttpReply listWaiting(Invocation invocation) {
        return Http.answer(invocation, this::list);
    }

    private Reply list(Request request) {
        PageRequest page = PageRequest.of(request);
        String company = request.query("company")
                .orElseThrow(() -> new Refused(RefusalCode.MEMBER_MISSING, "Name the company: ?company=USMF."));
        Listing<Work> found = waiting.read(new Company.Id(Missing.requireGiven("company", company)), page);
        ObjectNode json = Json.object().put("company", company);
        json.set("waiting", Json.array(found.entries(), ListWaitingFunction::entry));
        return Reply.ok(found.addNext(json));
    }

    private static ObjectNode entry(Work work) {
        ObjectNode json = Json.object().put("queue", work.queue().code()).put("id", work.id());
        if (work.code() != null) {
            json.put("code", work.code());
        }
        json.put("cause", Objects.requireNonNullElse(work.cause(), NOT_TRIED));
        WaitingJson.remedy(work).ifPresent(remedy -> json.put("remedy", remedy));
        return json;
    }
}
