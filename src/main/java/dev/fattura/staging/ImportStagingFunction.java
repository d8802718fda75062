package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** Import from staging: on schedule for all companies, by {@code POST /staging/import} for one company or one proposal. */
public class ImportStagingFunction {

    private final Table finance;
    private final ImportStaging staging;

    public ImportStagingFunction(Finance finance) {
        this.finance = finance.table();
        this.staging = new ImportStaging(finance.table());
    }

    @Funq("import-staging")
    public HttpReply importStaging(Invocation invocation) {
        if (invocation.scheduled()) {
            return Http.answer(invocation, schedule -> Reply.ok(ImportReportJson.of(staging.all())));
        }
        return Http.command(
                invocation, finance, (request, command) -> Reply.ok(ImportReportJson.of(importNamed(request))));
    }

    private ImportReport importNamed(Request request) {
        Body body = request.body();
        if (body.has("company") && body.has("proposal")) {
            throw new Refused(
                    RefusalCode.MEMBER_INVALID, "Name a company or a proposal, not both.", body.pointer("proposal"));
        }
        if (body.has("proposal")) {
            Invoice.Id proposal = new Invoice.Id(body.id("proposal"));
            body.end();
            return staging.proposal(proposal);
        }
        Company.Id company = new Company.Id(body.id("company"));
        body.end();
        return staging.company(company);
    }
}
