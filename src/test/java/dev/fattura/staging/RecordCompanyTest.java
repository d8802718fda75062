package dev.fattura.staging;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.FiscalPeriodStatus;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.money.CurrencyCode;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Finance;
import dev.fattura.store.FiscalPeriodsItem;
import dev.fattura.support.Callers;
import dev.fattura.support.Disturbed;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.Invocations;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCompanyTest {

    private static final Command COMMAND = new Command("key-1", "hash-1", true);
    private static final Optional<Long> ANY = Optional.empty();

    private final InMemoryTable table = new InMemoryTable();

    @Test
    void company_isChanged_andItsEarlierVersionIsKept() {
        record(table, FinanceExamples.company());

        Company changed = record(table, byYears());

        assertThat(changed.version()).isEqualTo(2);
        assertThat(CompanyItem.find(table, COMPANY)).contains(byYears().atVersion(2));
        assertThat(CompanyItem.find(table, COMPANY, 1)).contains(FinanceExamples.company());
        assertThat(CompanyItem.find(table, COMPANY, 2)).contains(byYears().atVersion(2));
        assertThat(CompanyItem.find(table, COMPANY, 3)).isEmpty();
        assertThat(CompanyItem.all(table)).containsExactly(COMPANY);
    }

    @Test
    void sameContent_changesNothing() {
        record(table, FinanceExamples.company());
        var recorded = table.contents();

        Company again = new RecordCompany(table)
                .record(FinanceExamples.company(), Optional.of(7L), new Command("key-2", "hash-1", true));

        assertThat(again).isEqualTo(FinanceExamples.company());
        assertThat(table.contents()).isEqualTo(recorded);
    }

    @Test
    void accountingCurrency_isRefused_whenItWouldChange() {
        record(table, FinanceExamples.company());
        Company usmf = FinanceExamples.company();
        Company inEuro = new Company(
                usmf.id(),
                1,
                new CurrencyCode("EUR"),
                usmf.journals(),
                usmf.onAccountInvoicing(),
                usmf.accounts(),
                usmf.salesTaxGroups());

        assertRefused(table, RefusalCode.ACCOUNTING_CURRENCY_FIXED, "/accountingCurrency", () -> record(table, inEuro));
    }

    @ParameterizedTest
    @CsvSource({"0", "2", "9"})
    void change_isRefused_whenTheCallerReadAnotherVersion(long readVersion) {
        record(table, FinanceExamples.company());

        assertRefused(table, RefusalCode.COMPANY_CHANGED, null, () -> new RecordCompany(table)
                .record(byYears(), Optional.of(readVersion), COMMAND));
    }

    @Test
    void concurrentChange_isNotLost() {
        record(table, FinanceExamples.company());
        Company moving =
                FinanceExamples.company(new JournalParameters(PeriodUnit.DAYS, 10, true, Map.of(), Map.of(), Map.of()));
        table.failBefore(operation -> {
            table.failBefore(ignored -> {});
            record(table, moving);
        });

        assertRefused(RefusalCode.COMPANY_CHANGED, null, () -> record(table, byYears()));

        assertThat(CompanyItem.find(table, COMPANY)).contains(moving.atVersion(2));
    }

    @Test
    void record_endsTheSame_afterACrashBeforeAnyWrite_andWithATwin() {
        int crashes = Disturbed.byCrashes(RecordCompanyTest::recorded, RecordCompanyTest::change);
        int twins = Disturbed.byTwins(RecordCompanyTest::recorded, RecordCompanyTest::change);

        assertThat(crashes).isEqualTo(1);
        assertThat(twins).isEqualTo(1);
    }

    @Test
    void company_isShown_withItsVersionAndThePeriodsThatAreNotOpen() {
        record(table, FinanceExamples.company());
        period("2026-01", "closed");
        period("2025-12", "onHold");

        HttpReply reply = new ShowCompanyFunction(new Finance(table))
                .showCompany(Invocations.get("/companies/USMF", "company=USMF"));

        JsonNode json = Invocations.json(reply);
        assertThat(reply.headers()).containsEntry("etag", "\"1\"");
        assertThat(json.at("/journalLineLimit").asInt()).isEqualTo(200);
        assertThat(json.at("/moveToOpenPeriod").asBoolean()).isFalse();
        assertThat(json.at("/categoryDefaults/time").asText()).isEqualTo("Hours");
        assertThat(json.at("/lineProperties/notAvailable").asText()).isEqualTo("NotAvailable");
        assertThat(json.at("/accounts/cost").asText()).isEqualTo("540100");
        assertThat(json.at("/fiscalPeriods").toString()).isEqualTo("{\"2025-12\":\"onHold\",\"2026-01\":\"closed\"}");
    }

    @Test
    void unknownCompany_isNotFound() {
        assertThat(new ShowCompanyFunction(new Finance(table))
                        .showCompany(Invocations.get("/companies/FRRT", "company=FRRT"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(period("2026-01", "closed").statusCode()).isEqualTo(404);
        assertThat(table.contents()).isEmpty();
    }

    @Test
    void period_isClosedAndOpenedAgain() {
        record(table, FinanceExamples.company());

        assertThat(period("2026-01", "closed").body())
                .isEqualTo("{\"company\":\"USMF\",\"period\":\"2026-01\",\"status\":\"closed\"}");
        assertThat(FiscalPeriodsItem.read(table, COMPANY).status(YearMonth.parse("2026-01")))
                .isEqualTo(FiscalPeriodStatus.CLOSED);
        var closed = table.contents();
        period("2026-01", "closed");
        assertThat(table.contents()).isEqualTo(closed);

        assertThat(period("2026-01", "open").statusCode()).isEqualTo(200);
        assertThat(FiscalPeriodsItem.read(table, COMPANY).shut()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-13, closed, 400, member-invalid, ''",
        "January, closed, 400, member-invalid, ''",
        "2026-01, shut, 400, unknown-value, /status"
    })
    void period_isRefused(String period, String status, int httpStatus, String code, String pointer) {
        record(table, FinanceExamples.company());
        var before = table.contents();

        HttpReply reply = period(period, status);

        assertThat(reply.statusCode()).isEqualTo(httpStatus);
        assertThat(Invocations.json(reply).at("/code").asText()).isEqualTo(code);
        assertThat(Invocations.json(reply).at("/pointer").asText()).isEqualTo(pointer);
        assertThat(table.contents()).isEqualTo(before);
    }

    private HttpReply period(String period, String status) {
        String path = "/companies/USMF/fiscal-periods/" + period;
        return new RecordFiscalPeriodFunction(new Finance(table))
                .recordFiscalPeriod(new Invocation(
                        "PUT " + path,
                        path,
                        Map.of(),
                        Map.of(),
                        Map.of("company", "USMF", "period", period),
                        Callers.context("PUT", path),
                        "{\"status\":\"" + status + "\"}",
                        false,
                        null));
    }

    private static InMemoryTable recorded() {
        InMemoryTable table = new InMemoryTable();
        record(table, FinanceExamples.company());
        return table;
    }

    private static void change(InMemoryTable table) {
        new RecordCompany(table).record(byYears(), Optional.of(1L), COMMAND);
    }

    private static Company record(InMemoryTable table, Company company) {
        return new RecordCompany(table).record(company, ANY, new Command("no key", "hash", false));
    }

    private static Company byYears() {
        return FinanceExamples.company(JournalParameters.of(PeriodUnit.YEARS));
    }
}
