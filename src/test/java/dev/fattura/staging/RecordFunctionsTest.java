package dev.fattura.staging;

import static dev.fattura.support.Examples.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.PostingType;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ExchangeRateItem;
import dev.fattura.store.Finance;
import dev.fattura.support.Callers;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.Invocations;
import dev.fattura.watch.Metrics;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFunctionsTest {

    private static final String USMF =
            """
            {"accountingCurrency":"USD","periodUnit":"months",
             "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
              "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
              "wipInvoicedOnAccount":"161400","prepayment":"250500","customerBalance":"130100","salesTax":"222200","roundingDifference":"618170"},
             "salesTaxGroups":{"GB-STD":"20"}}
            """;

    private final InMemoryTable table = new InMemoryTable();

    @Test
    void company_isRecordedAndListed_withItsDefaults() {
        HttpReply reply = company("USMF", USMF);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(CompanyItem.find(table, COMPANY)).contains(FinanceExamples.company());
        assertThat(CompanyItem.all(table)).containsExactly(COMPANY);
        assertThat(Invocations.json(reply).at("/journalLineLimit").asInt()).isEqualTo(200);
        assertThat(Invocations.json(reply).at("/onAccountInvoicing").asText()).isEqualTo("profitAndLoss");
    }

    @Test
    void company_keepsPrepaymentsWithItsOtherOnAccountBalances_whereItNamesNoAccountForThem() {
        company("USMF", USMF.replace("\"prepayment\":\"250500\",", ""));

        assertThat(CompanyItem.find(table, COMPANY).orElseThrow().account(PostingType.PREPAYMENT))
                .isEqualTo("161400");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cost\":\"540100\", | '' | 422 | account-missing | /accounts/cost",
                "\"cost\":\"540100\" | \"cost\":\"540100\",\"bank\":\"1\" | 400 | member-unknown | /accounts/bank",
                "\"months\" | \"weeks\" | 400 | unknown-value | /periodUnit",
                "\"months\" | \"months\",\"journalLineLimit\":401 | 400 | member-invalid | /journalLineLimit",
                "\"months\" | \"months\",\"journalLineLimit\":0 | 400 | member-invalid | /journalLineLimit",
                "\"months\" | \"months\",\"moveToOpenPeriod\":\"yes\" | 400 | member-invalid | /moveToOpenPeriod",
                "\"months\" | \"months\",\"lineProperties\":{\"free\":\"F\"} | 400 | member-unknown | /lineProperties/free",
                "\"months\" | \"months\",\"categoryDefaults\":{\"travel\":\"T\"} | 400 | member-unknown | /categoryDefaults/travel",
                "\"months\" | \"months\",\"categories\":{\"Design\":\"\"} | 400 | member-invalid | /categories/Design",
                "\"20\" | \"100.01\" | 400 | member-invalid | /salesTaxGroups/GB-STD",
                "\"USD\" | \"USX\" | 400 | member-invalid | /accountingCurrency"
            })
    void company_isRefused(String part, String instead, int status, String code, String pointer) {
        String body = USMF.replace("\n", "").replace(part, instead);

        assertProblem(company("USMF", body), status, code, pointer);

        assertThat(table.contents()).isEmpty();
    }

    @Test
    void company_isRefused_whenItsCodeWouldMakeIdsTooLong() {
        assertProblem(company("A23456789012345678901", USMF), 400, "member-invalid", "");

        assertThat(table.contents()).isEmpty();
    }

    @Test
    void exchangeRate_isRecordedOnce() {
        company("USMF", USMF);

        assertThat(rate("EUR", "2026-01-01", "1.10").statusCode()).isEqualTo(200);
        var recorded = table.contents();
        assertThat(rate("EUR", "2026-01-01", "1.1").statusCode()).isEqualTo(200);
        assertProblem(rate("EUR", "2026-01-01", "1.11"), 409, "already-recorded", "");

        assertThat(ExchangeRateItem.of(
                        table, COMPANY, FinanceExamples.euroRate().from()))
                .containsExactly(FinanceExamples.euroRate());
        assertThat(table.contents()).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 2026-01-01, 0, 422, negative-value, /rate",
        "EUR, 2026-01-01, 1.12345678901, 400, too-many-decimals, /rate",
        "USD, 2026-01-01, 1.10, 422, wrong-currency, ''",
        "EUX, 2026-01-01, 1.10, 400, member-invalid, ''",
        "EUR, 2026-02-30, 1.10, 400, member-invalid, ''"
    })
    void exchangeRate_isRefused(String currency, String date, String rate, int status, String code, String pointer) {
        company("USMF", USMF);
        var before = table.contents();

        assertProblem(rate(currency, date, rate), status, code, pointer);

        assertThat(table.contents()).isEqualTo(before);
    }

    @Test
    void exchangeRate_isRefused_withoutItsCompany() {
        assertProblem(rate("EUR", "2026-01-01", "1.10"), 404, "not-found", "");

        assertThat(table.contents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | member-missing | /company",
                "{\"company\":\"USMF\",\"proposal\":\"INV-1\"} | 400 | member-invalid | /proposal",
                "{\"company\":\"FRRT\"} | 422 | unknown-reference | /company",
                "{\"proposal\":\"INV-9\"} | 422 | unknown-reference | /proposal"
            })
    void import_isRefused(String body, int status, String code, String pointer) {
        company("USMF", USMF);
        var before = table.contents();

        HttpReply reply = new ImportStagingFunction(new Finance(table), Metrics.NONE)
                .importStaging(Invocations.request("POST", "/staging/import", "", Map.of(), body));

        assertProblem(reply, status, code, pointer);
        assertThat(table.contents()).isEqualTo(before);
    }

    @Test
    void import_reports_whatWasDoneAndWhatWaits() {
        StagedTable staged = StagedTable.example();
        Invocation schedule = new Invocation(null, null, null, null, null, null, null, false, Invocation.SCHEDULE);

        HttpReply reply = new ImportStagingFunction(new Finance(staged.table), Metrics.NONE).importStaging(schedule);

        assertThat(reply.body())
                .isEqualTo("{\"journals\":[{\"journal\":\"USMF-IJ-000001\",\"period\":\"2026-01\",\"lines\":2}],"
                        + "\"proposals\":[],\"waiting\":[{\"proposal\":\"INV-1001\",\"code\":\"unbilled-sales-unposted\","
                        + "\"cause\":\"The unbilled sales behind 1 of 1 billed sales rows are not posted: post the journals.\","
                        + "\"remedy\":\"Post the integration journals, then import again.\"}],\"waitingCount\":1}");
    }

    @Test
    void proposal_isNeverMadeOrDeletedInFinance() {
        HttpReply reply = new RefuseProposalFunction()
                .refuseProposal(Invocations.request("DELETE", "/proposals/INV-9", "proposal=INV-9", Map.of(), null));

        assertProblem(reply, 405, "proposal-one-way", "");
        assertThat(Invocations.json(reply).at("/detail").asText()).contains("not supported");
    }

    private HttpReply company(String company, String body) {
        return new RecordCompanyFunction(new Finance(table))
                .recordCompany(
                        Invocations.request("PUT", "/companies/" + company, "company=" + company, Map.of(), body));
    }

    private HttpReply rate(String currency, String date, String rate) {
        String path = "/companies/USMF/exchange-rates/" + currency + "/" + date;
        Invocation request = new Invocation(
                "PUT " + path,
                path,
                Map.of(),
                Map.of(),
                Map.of("company", "USMF", "currency", currency, "date", date),
                Callers.context("PUT", path),
                "{\"rate\":\"" + rate + "\"}",
                false,
                null);
        return new RecordExchangeRateFunction(new Finance(table)).recordExchangeRate(request);
    }

    private static void assertProblem(HttpReply reply, int status, String code, String pointer) {
        JsonNode problem = Invocations.json(reply);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(problem.at("/code").asText()).isEqualTo(code);
        assertThat(problem.at("/pointer").asText()).isEqualTo(pointer);
    }
}
