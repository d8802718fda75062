package dev.fattura.inquiry;

import dev.fattura.ledger.Contract;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;

/** {@code GET /contracts/{contract}/backlog}: what will be billed and is on no invoice, ready or not, the oldest first. */
public class ListBacklogFunction {

    private final BacklogInquiry backlog;

    public ListBacklogFunction(Office office) {
        backlog = new BacklogInquiry(office);
    }

    @Funq("list-backlog")
    public HttpReply listBacklog(Invocation invocation) {
        return Http.answer(invocation, request -> {
            PageRequest page = PageRequest.of(request);
            Contract.Id contract = new Contract.Id(request.pathId("contract"));
            return Reply.ok(BacklogJson.of(backlog.read(contract, page)));
        });
    }
}
