package dev.fattura.contract;

import dev.fattura.ledger.Contract;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code PUT /contracts/{contract}}. */
public class RecordContractFunction {

    private final Table office;
    private final RecordContract recordContract;

    public RecordContractFunction(Office office) {
        this.office = office.table();
        this.recordContract = new RecordContract(office.table());
    }

    @Funq("record-contract")
    public HttpReply recordContract(Invocation invocation) {
        return Http.command(invocation, office, (request, command) -> {
            Contract.Id id = new Contract.Id(request.pathId("contract"));
            ContractWithLines requested = ContractBody.read(id, request.body());
            return Reply.ok(ContractJson.of(recordContract.record(requested, command)));
        });
    }
}
