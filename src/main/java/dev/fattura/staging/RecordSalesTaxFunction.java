package dev.fattura.staging;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.SalesTax;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code PUT /companies/{company}/sales-tax}: records the sales tax codes, groups and parameters of a company, or changes them. */
public class RecordSalesTaxFunction {

    private final Table finance;
    private final RecordSalesTax recording;

    public RecordSalesTaxFunction(Finance finance) {
        this.finance = finance.table();
        this.recording = new RecordSalesTax(finance.table());
    }

    @Funq("record-sales-tax")
    public HttpReply recordSalesTax(Invocation invocation) {
        return Http.command(invocation, finance, this::record);
    }

    private Reply record(Request request, Command command) {
        SalesTax wanted = SalesTaxBody.read(new Company.Id(request.pathId("company")), request.bodyOfOneItem());
        SalesTax recorded = recording.record(wanted, request.statedVersion(), command);
        return Reply.ok(SalesTaxJson.of(recorded)).withVersion(recorded.version());
    }
}
