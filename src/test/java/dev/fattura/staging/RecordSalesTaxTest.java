package dev.fattura.staging;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.SalesTax;
import dev.fattura.ledger.SalesTaxGroupMethod;
import dev.fattura.ledger.TaxDate;
import dev.fattura.ledger.TaxRounding;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Percent;
import dev.fattura.money.Rate;
import dev.fattura.runtime.HttpReply;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Finance;
import dev.fattura.store.SalesTaxItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.Invocations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSalesTaxTest {

    private static final String WHOLE =
            """
            {"codes":[{"code":"EU20","rates":[{"from":"2026-02-01","percent":"21"},{"from":"2000-01-01","percent":"20"}]},
              {"code":"LEVY","rates":[{"from":"2026-01-01","percent":"0.5"}]}],
             "salesTaxGroups":{"EU-STD":["EU20","LEVY"],"EXPORT":[]},
             "itemSalesTaxGroups":{"SERV":["EU20"],"GOODS":["EU20","LEVY"]},
             "salesTaxGroupMethod":"search","itemSalesTaxGroupDefaults":{"time":"SERV","milestone":"SERV"},
             "categoryItemSalesTaxGroups":{"Air travel":"GOODS"},"projectSalesTaxGroups":{"PRJ-1":"EXPORT"},
             "taxDate":"projectDate","rounding":"invoice"}""";
    private static final Command COMMAND = new Command("key-1", "hash-1", true);

    private final InMemoryTable table = company();

    @Test
    void setUp_isRecorded_withItsRatesInTheOrderOfTheirDates() {
        HttpReply reply = put(WHOLE);

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("etag", "\"1\"");
        assertThat(SalesTaxItem.find(table, COMPANY)).contains(whole());
        assertThat(Invocations.json(reply).at("/codes/0/rates/0/from").asText()).isEqualTo("2000-01-01");
        assertThat(Invocations.json(reply)
                        .at("/categoryItemSalesTaxGroups/Air travel")
                        .asText())
                .isEqualTo("GOODS");
    }

    @Test
    void setUp_goesByTheContract_theInvoiceDateAndTheLine_whereItSaysNothing() {
        put("{\"codes\":[{\"code\":\"A\",\"rates\":[{\"from\":\"2026-01-01\",\"percent\":\"0\"}]}],"
                + "\"salesTaxGroups\":{},\"itemSalesTaxGroups\":{}}");

        SalesTax plain = SalesTaxItem.find(table, COMPANY).orElseThrow();
        assertThat(plain.method()).isEqualTo(SalesTaxGroupMethod.CONTRACT);
        assertThat(plain.taxDate()).isEqualTo(TaxDate.INVOICE_DATE);
        assertThat(plain.rounding()).isEqualTo(TaxRounding.LINE);
        assertThat(plain.itemGroup(TransactionClass.TIME, "Hours")).isNull();
    }

    /** A proposal that was claimed before the change goes on by what it was claimed with. */
    @Test
    void everyVersion_isKept_andBeforeTheFirstOneTheCompanysPercentages() {
        put(WHOLE);
        put(WHOLE.replace("\"21\"", "\"25\""));

        assertThat(taxOf(0).percent("GB-STD", LocalDate.parse("2026-02-01"))).contains(Percent.of("20"));
        assertThat(taxOf(1)).isEqualTo(whole());
        assertThat(taxOf(2).percent("EU20", LocalDate.parse("2026-02-01"))).contains(Percent.of("25"));
    }

    @Test
    void sameContent_changesNothing() {
        put(WHOLE);
        var recorded = table.contents();

        assertThat(put(WHOLE).headers()).containsEntry("etag", "\"1\"");
        assertThat(table.contents()).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({"0", "2"})
    void change_isRefused_whenTheCallerReadAnotherVersion(long readVersion) {
        put(WHOLE);

        assertRefused(table, RefusalCode.SALES_TAX_CHANGED, null, () -> new RecordSalesTax(table)
                .record(byLine(), Optional.of(readVersion), COMMAND));
    }

    @Test
    void concurrentChange_isNotLost() {
        put(WHOLE);
        table.failBefore(operation -> {
            table.failBefore(ignored -> {});
            put(WHOLE.replace("\"21\"", "\"25\""));
        });

        assertRefused(RefusalCode.SALES_TAX_CHANGED, null, () -> new RecordSalesTax(table)
                .record(byLine(), Optional.empty(), COMMAND));

        assertThat(SalesTaxItem.find(table, COMPANY).orElseThrow().rounding()).isEqualTo(TaxRounding.INVOICE);
    }

    @Test
    void record_endsTheSame_afterACrashBeforeAnyWrite_andWithATwin() {
        int crashes = Disturbed.byCrashes(RecordSalesTaxTest::company, RecordSalesTaxTest::record);
        int twins = Disturbed.byTwins(RecordSalesTaxTest::company, RecordSalesTaxTest::record);

        assertThat(crashes).isEqualTo(1);
        assertThat(twins).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"codes\": | \"kodes\": | 400 | member-missing | /codes",
                "\"LEVY\",\"rates\" | \"EU20\",\"rates\" | 400 | member-invalid | /codes/1/code",
                "2000-01-01 | 2026-02-01 | 400 | member-invalid | /codes/0/rates/1/from",
                "\"0.5\" | \"100.01\" | 400 | member-invalid | /codes/1/rates/0/percent",
                "\"EU-STD\":[\"EU20\" | \"EU-STD\":[\"FR20\" | 422 | unknown-reference | /salesTaxGroups/EU-STD/0",
                "\"EXPORT\":[] | \"EXPORT\":[\"EU20\",\"EU20\"] | 400 | member-invalid | /salesTaxGroups/EXPORT",
                "\"SERV\":[\"EU20\"] | \"SERV\":[\"FR20\"] | 422 | unknown-reference | /itemSalesTaxGroups/SERV/0",
                "\"search\" | \"guess\" | 400 | unknown-value | /salesTaxGroupMethod",
                "\"milestone\":\"SERV\" | \"milestone\":\"TOYS\" | 422 | unknown-reference | /itemSalesTaxGroupDefaults/milestone",
                "\"milestone\":\"SERV\" | \"travel\":\"SERV\" | 400 | member-unknown | /itemSalesTaxGroupDefaults/travel",
                "\"Air travel\":\"GOODS\" | \"Air travel\":\"TOYS\" | 422 | unknown-reference | /categoryItemSalesTaxGroups/Air travel",
                "\"PRJ-1\":\"EXPORT\" | \"PRJ-1\":\"DOM\" | 422 | unknown-reference | /projectSalesTaxGroups/PRJ-1",
                "\"projectDate\" | \"today\" | 400 | unknown-value | /taxDate",
                "\"rounding\":\"invoice\" | \"rounding\":\"invoice\",\"more\":1 | 400 | member-unknown | /more"
            })
    void setUp_isRefused(String part, String instead, int status, String code, String pointer) {
        var before = table.contents();

        HttpReply reply = put(WHOLE.replace("\n", "").replace(part, instead));

        JsonNode problem = Invocations.json(reply);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(problem.at("/code").asText()).isEqualTo(code);
        assertThat(problem.at("/pointer").asText()).isEqualTo(pointer);
        assertThat(table.contents()).isEqualTo(before);
    }

    @Test
    void unknownCompany_isNotFound() {
        InMemoryTable empty = new InMemoryTable();

        assertRefused(empty, RefusalCode.NOT_FOUND, null, () -> new RecordSalesTax(empty)
                .record(whole(), Optional.empty(), COMMAND));
    }

    private SalesTax taxOf(long version) {
        return SalesTaxItem.of(table, COMPANY, new Proposal.Terms(Rate.ONE, 1, version));
    }

    private HttpReply put(String body) {
        return new RecordSalesTaxFunction(new Finance(table))
                .recordSalesTax(
                        Invocations.request("PUT", "/companies/USMF/sales-tax", "company=USMF", Map.of(), body));
    }

    private static void record(InMemoryTable table) {
        new RecordSalesTax(table).record(whole(), Optional.of(0L), COMMAND);
    }

    private static InMemoryTable company() {
        InMemoryTable table = new InMemoryTable();
        table.commit(CompanyItem.record(FinanceExamples.company()));
        return table;
    }

    private static SalesTax byLine() {
        return setUp(TaxRounding.LINE);
    }

    private static SalesTax whole() {
        return setUp(TaxRounding.INVOICE);
    }

    private static SalesTax setUp(TaxRounding rounding) {
        return new SalesTax(
                COMPANY,
                1,
                Map.of(
                        "EU20",
                        List.of(
                                new SalesTax.DatedRate(LocalDate.parse("2000-01-01"), Percent.of("20")),
                                new SalesTax.DatedRate(LocalDate.parse("2026-02-01"), Percent.of("21"))),
                        "LEVY",
                        List.of(new SalesTax.DatedRate(LocalDate.parse("2026-01-01"), Percent.of("0.5")))),
                Map.of("EU-STD", Set.of("EU20", "LEVY"), "EXPORT", Set.of()),
                Map.of("SERV", Set.of("EU20"), "GOODS", Set.of("EU20", "LEVY")),
                SalesTaxGroupMethod.SEARCH,
                Map.of(TransactionClass.TIME, "SERV", TransactionClass.MILESTONE, "SERV"),
                Map.of("Air travel", "GOODS"),
                Map.of("PRJ-1", "EXPORT"),
                TaxDate.PROJECT_DATE,
                rounding);
    }
}
