package dev.fattura.staging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.ExchangeRate;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
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
import java.time.LocalDate;

/** {@code PUT /companies/{company}/exchange-rates/{currency}/{date}}: records a rate that is valid from that date. */
public class RecordExchangeRateFunction {

    private final Table finance;
    private final RecordExchangeRate recording;

    public RecordExchangeRateFunction(Finance finance) {
        this.finance = finance.table();
        this.recording = new RecordExchangeRate(finance.table());
    }

    @Funq("record-exchange-rate")
    public HttpReply recordExchangeRate(Invocation invocation) {
        return Http.command(invocation, finance, this::record);
    }

    private Reply record(Request request, Command command) {
        Company.Id company = new Company.Id(request.pathId("company"));
        CurrencyCode currency = CurrencyCode.parse(request.pathId("currency"))
                .orElseThrow(() -> new Refused(
                        RefusalCode.MEMBER_INVALID,
                        "The currency in the path must be an ISO 4217 currency code like GBP."));
        LocalDate validFrom = request.pathDate("date");
        Body body = request.body();
        Rate value = body.rate("rate");
        body.end();
        ExchangeRate rate = new ExchangeRate(company, currency, validFrom, value);
        recording.record(rate, command);
        return Reply.ok(json(rate));
    }

    private static ObjectNode json(ExchangeRate rate) {
        return Json.object()
                .put("company", rate.company().value())
                .put("currency", rate.from().code())
                .put("date", rate.validFrom().toString())
                .put("rate", rate.rate().toString());
    }
}
