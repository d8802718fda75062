package dev.fattura.staging;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code PUT /companies/{company}}: records a company with the parameters that import and posting need, or changes them. */
public class RecordCompanyFunction {

    private final Table finance;
    private final RecordCompany recording;

    public RecordCompanyFunction(Finance finance) {
        this.finance = finance.table();
        this.recording = new RecordCompany(finance.table());
    }

    @Funq("record-company")
    public HttpReply recordCompany(Invocation invocation) {
        return Http.command(invocation, finance, this::record);
    }

    private Reply record(Request request, Command command) {
        Company wanted = CompanyBody.read(request.pathId("company"), request.bodyOfOneItem());
        Company recorded = recording.record(wanted, request.statedVersion(), command);
        return Reply.ok(CompanyJson.of(recorded)).withVersion(recorded.version());
    }
}
