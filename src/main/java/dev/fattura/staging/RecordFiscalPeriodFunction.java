package dev.fattura.staging;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.FiscalPeriodStatus;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;
import java.time.YearMonth;

/** {@code PUT /companies/{company}/fiscal-periods/{period}}: opens, holds or closes a month for posting. */
public class RecordFiscalPeriodFunction {

    private final Table finance;
    private final RecordFiscalPeriod recording;

    public RecordFiscalPeriodFunction(Finance finance) {
        this.finance = finance.table();
        this.recording = new RecordFiscalPeriod(finance.table());
    }

    @Funq("record-fiscal-period")
    public HttpReply recordFiscalPeriod(Invocation invocation) {
        return Http.command(invocation, finance, this::record);
    }

    private Reply record(Request request, Command command) {
        Company.Id company = new Company.Id(request.pathId("company"));
        YearMonth period = request.pathMonth("period");
        Body body = request.body();
        FiscalPeriodStatus status = body.coded("status", FiscalPeriodStatus.class);
        body.end();
        FiscalPeriods recorded = recording.record(company, period, status, command);
        return Reply.ok(Json.object()
                .put("company", company.value())
                .put("period", period.toString())
                .put("status", recorded.status(period).code()));
    }
}
