package dev.fattura.inquiry;

import dev.fattura.ledger.Contract;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;

/** {@code GET /contracts/{contract}/retainers}: what was agreed, and how much of it is available, used, refunded and open. */
public class ListRetainersFunction {

    private final RetainerInquiry retainers;

    public ListRetainersFunction(Office office) {
        retainers = new RetainerInquiry(office);
    }

    @Funq("list-retainers")
    public HttpReply listRetainers(Invocation invocation) {
        return Http.answer(invocation, request -> {
            PageRequest page = PageRequest.of(request);
            Contract.Id contract = new Contract.Id(request.pathId("contract"));
            return Reply.ok(RetainerJson.of(contract, retainers.read(contract, page)));
        });
    }
}
