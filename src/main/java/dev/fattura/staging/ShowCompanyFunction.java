package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.DeedItem;
import dev.fattura.store.Finance;
import dev.fattura.store.FiscalPeriodsItem;
import dev.fattura.store.SalesTaxItem;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code GET /companies/{company}}: a company as it stands, with the fiscal periods that are not open and its sales tax set-up; its version is the ETag. */
public class ShowCompanyFunction {

    private final Table finance;

    public ShowCompanyFunction(Finance finance) {
        this.finance = finance.table();
    }

    @Funq("show-company")
    public HttpReply showCompany(Invocation invocation) {
        return Http.answer(invocation, this::show);
    }

    private Reply show(Request request) {
        Company.Id id = new Company.Id(request.pathId("company"));
        Company company = CompanyItem.find(finance, id)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no company " + id + "."));
        return Reply.ok(CompanyJson.of(
                        company,
                        FiscalPeriodsItem.read(finance, id),
                        SalesTaxItem.find(finance, id),
                        DeedItem.of(finance, CompanyItem.key(id))))
                .withVersion(company.version());
    }
}
