package dev.fattura.contract;

import dev.fattura.ledger.Contract;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;

/** {@code GET /contracts/{contract}}: the contract, and what has become of its milestones, products, limits and schedules. */
public class ShowContractFunction {

    private final ShowContract showContract;

    public ShowContractFunction(Office office) {
        this.showContract = new ShowContract(office.table());
    }

    @Funq("show-contract")
    public HttpReply showContract(Invocation invocation) {
        return Http.answer(
                invocation,
                request ->
                        Reply.ok(ShownContractJson.of(showContract.show(new Contract.Id(request.pathId("contract"))))));
    }
}
