package dev.fattura.staging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.PostingType;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;
import java.util.TreeMap;

/** {@code PUT /companies/{company}}: records a company with the parameters that import and posting need. */
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
        Company company = CompanyBody.read(request.pathId("company"), request.body());
        recording.record(company, command);
        return Reply.ok(json(company));
    }

    private static ObjectNode json(Company company) {
        ObjectNode json = Json.object()
                .put("company", company.id().value())
                .put("accountingCurrency", company.accountingCurrency().code())
                .put("periodUnit", company.periodUnit().code())
                .put("journalLineLimit", company.journalLineLimit())
                .put("onAccountInvoicing", company.onAccountInvoicing().code());
        ObjectNode accounts = json.putObject("accounts");
        for (PostingType postingType : PostingType.values()) {
            accounts.put(postingType.code(), company.account(postingType));
        }
        ObjectNode groups = json.putObject("salesTaxGroups");
        new TreeMap<>(company.salesTaxGroups()).forEach((group, percent) -> groups.put(group, percent.toString()));
        return json;
    }
}
