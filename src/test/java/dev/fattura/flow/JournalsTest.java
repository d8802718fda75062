package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.money.Quantity;
import dev.fattura.store.ActualItem;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import dev.fattura.support.World.Course;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The integration journal and what a person does about it, over HTTP, with figures worked out by hand (domain.md 3.3, 3.6). */
class JournalsTest {

    private static final String COMPANY =
            """
            {"accountingCurrency":"USD","periodUnit":"months",%s
             "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
              "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
              "wipInvoicedOnAccount":"161400","customerBalance":"130100","salesTax":"222200","roundingDifference":"618170"}}
            """;

    private final World world = new World();
    private String cost;
    private String unbilledSales;

    /** Four hours of 5 January at 250 GBP; no agreed rate, a pound is worth 1.25 and from the 20th on 1.30. */
    @BeforeEach
    void approve() {
        company("\"journalLineLimit\":200,");
        world.call(200, "PUT", "/companies/USMF/exchange-rates/GBP/2026-01-01", "{\"rate\":\"1.25\"}");
        world.call(200, "PUT", "/companies/USMF/exchange-rates/GBP/2026-01-20", "{\"rate\":\"1.30\"}");
        world.call(
                200,
                "PUT",
                "/projects/PRJ-1",
                "{\"company\":\"USMF\",\"name\":\"Cellar\",\"dimensions\":{\"Department\":\"022\"}}");
        world.call(
                200,
                "PUT",
                "/contracts/ORD-1001",
                """
                {"company":"USMF","name":"Coho Winery","customer":"US-027","currency":"GBP",
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"}]}
                """);
        Answer approved = world.call(
                200,
                "POST",
                "/approvals",
                """
                {"transactions":[{"transaction":"TE-1","class":"time","contract":"ORD-1001","line":"1","project":"PRJ-1",
                  "date":"2026-01-05","quantity":"4","unit":"hour","costPrice":{"amount":"120.00","currency":"USD"},
                  "salesPrice":{"amount":"250.00","currency":"GBP"},"billingType":"chargeable","category":"Design"}]}
                """);
        cost = approved.at("/actuals/0/cost");
        unbilledSales = approved.at("/actuals/0/unbilledSales");
        world.deliver(Course.IN_ORDER);
    }

    @Test
    void line_showsItsCategory_lineProperty_andDimensions() {
        company("\"categories\":{\"Design\":\"Drawing\"},\"lineProperties\":{\"chargeable\":\"Bill\"},");
        world.schedule("import-staging");

        JsonNode line = line("USMF-IJ-000001", cost);
        JsonNode actual = world.call(200, "GET", "/actuals/" + cost, null).body();

        assertThat(actual.at("/category").asText()).isEqualTo("Design");
        assertThat(actual.at("/dimensions/Department").asText()).isEqualTo("022");
        assertThat(line.at("/status").asText()).isEqualTo("draft");
        assertThat(line.at("/documentType").asText()).isEqualTo("usage");
        assertThat(line.at("/category").asText()).isEqualTo("Drawing");
        assertThat(line.at("/lineProperty").asText()).isEqualTo("Bill");
        assertThat(line.at("/dimensions/Department").asText()).isEqualTo("022");
    }

    /** The header has what all lines have in common: one without dimensions would take them from it (domain.md 3.8). */
    @Test
    void lineEnteredOnADraft_hasItsCategoryAndTheDimensionsOfItsProject_andTheHeaderHasThem() {
        Scenario scenario = new Scenario(world);
        scenario.draftCohoFromBacklog();
        world.call(
                200,
                "POST",
                "/invoices/INV-1001/lines",
                """
                {"entered":[{"entry":"E-1","class":"fee","line":"1","quantity":"1","unit":"each","category":"Design",
                  "price":{"amount":"500.00","currency":"GBP"},"billingType":"chargeable","date":"2026-01-20"}]}
                """,
                "if-match",
                scenario.version("INV-1001"));
        scenario.confirm("INV-1001");
        company("\"categories\":{\"Design\":\"Drawing\"},");
        world.settle();

        JsonNode lines =
                world.call(200, "GET", "/journals/USMF-IJ-000001", null).body().at("/lines");
        assertThat(lines.findValuesAsText("Department")).hasSize(3).containsOnly("022");
        assertThat(lines.findValuesAsText("category")).containsOnly("Drawing");
        assertThat(world.call(200, "GET", "/proposals/INV-1001", null).at("/dimensions/Department"))
                .isEqualTo("022");
    }

    @Test
    void rows_waitWithCodeCauseAndRemedy_andGoOnOnceTheCompanyIsMended() {
        company("\"lineProperties\":{\"nonChargeable\":\"Free\"},");

        world.schedule("import-staging");

        JsonNode waiting =
                world.call(200, "GET", "/staging?company=USMF", null).body().at("/waiting");
        assertThat(waiting).hasSize(2);
        assertThat(waiting.at("/0/code").asText()).isEqualTo("line-property-missing");
        assertThat(waiting.at("/0/cause").asText()).startsWith("Line property Chargeable doesn't exist");
        assertThat(waiting.at("/0/remedy").asText()).startsWith("Map the billing type to a line property");

        company("");
        assertThat(world.schedule("import-staging").at("/journals/0/lines")).isEqualTo("2");
        assertThat(world.call(200, "GET", "/staging?company=USMF", null)
                        .body()
                        .at("/waiting")
                        .findValuesAsText("queue"))
                .containsExactly("journal");
    }

    /** The period is closed between import and posting; mended, both lines are posted with vouchers of their own. */
    @Test
    void journalInError_isMendedResetAndPosted_andWrittenBack() {
        world.schedule("import-staging");
        world.call(200, "PUT", "/companies/USMF/fiscal-periods/2026-01", "{\"status\":\"closed\"}");

        Answer refusedByAll = world.schedule("post-journals");

        assertThat(refusedByAll.at("/journals/0/status")).isEqualTo("error");
        JsonNode line = line("USMF-IJ-000001", unbilledSales);
        assertThat(line.at("/status").asText()).isEqualTo("error");
        assertThat(line.at("/code").asText()).isEqualTo("period-closed");
        assertThat(line.at("/cause").asText()).contains("No open fiscal period was found");
        assertThat(line.at("/remedy").asText()).startsWith("Open the fiscal period");
        assertThat(world.call(409, "POST", "/journals/USMF-IJ-000001/post", "{}")
                        .at("/code"))
                .isEqualTo("journal-error");

        world.call(200, "PUT", "/companies/USMF/fiscal-periods/2026-01", "{\"status\":\"open\"}");
        world.call(200, "POST", "/journals/USMF-IJ-000001/reset", "{}");
        assertThat(world.schedule("post-journals").at("/journals/0/status")).isEqualTo("posted");
        world.deliver(Course.IN_ORDER);

        JsonNode accounting =
                world.call(200, "GET", "/actuals/" + unbilledSales, null).body().at("/accounting");
        assertThat(accounting.at("/amount/amount").asText()).isEqualTo("1250.00");
        assertThat(accounting.at("/exchangeRate").asText()).isEqualTo("1.25");
        assertThat(accounting.at("/salesTax/amount").asText()).isEqualTo("0.00");
        assertThat(accounting.at("/voucher").asText()).startsWith("USMF-PV-00000");
        assertThat(world.call(409, "DELETE", "/journals/USMF-IJ-000001/lines/" + cost, null)
                        .at("/code"))
                .isEqualTo("line-posted");
    }

    @Test
    void rows_arePostedInTheNextOpenPeriod_whenTheCompanySaysSo() {
        company("\"moveToOpenPeriod\":true,");
        world.call(200, "PUT", "/companies/USMF/fiscal-periods/2026-01", "{\"status\":\"closed\"}");

        world.schedule("import-staging");
        world.schedule("post-journals");

        JsonNode line = line("USMF-IJ-000001", unbilledSales);
        assertThat(line.at("/accountingDate").asText()).isEqualTo("2026-02-01");
        // At the rate of that day.
        assertThat(line.at("/accountingAmount/amount").asText()).isEqualTo("1300.00");
        assertThat(line.at("/status").asText()).isEqualTo("posted");
        assertThat(world.call(200, "GET", "/actuals/" + unbilledSales, null)
                        .body()
                        .at("/accountingDate")
                        .asText())
                .isEqualTo("2026-01-05");
    }

    @Test
    void deletedLine_comesBackWithTheNextImport_onAJournalOfItsOwn() {
        world.schedule("import-staging");

        Answer rest = world.call(200, "DELETE", "/journals/USMF-IJ-000001/lines/" + cost, null);

        assertThat(rest.at("/lines")).isEqualTo("1");
        world.schedule("import-staging");
        world.schedule("post-journals");
        assertThat(line("USMF-IJ-000002", cost).at("/voucher").asText()).isEqualTo("USMF-PV-000002");
        assertThat(line("USMF-IJ-000001", unbilledSales).at("/voucher").asText())
                .isEqualTo("USMF-PV-000001");
    }

    /** The four hours are taken back when a pound is worth 1.30, and the company has another account for its WIP. */
    @Test
    void reversal_leavesNothingOnAnyAccount_afterTheRateAndTheAccountsHaveChanged() {
        world.audit().waive("An actual is written by hand");
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.call(200, "PUT", "/companies/USMF", COMPANY.formatted("").replace("161300", "161399"));
        Actual original = actual(unbilledSales);
        Actual reversal = new Actual(
                new Actual.Id(UUID.fromString("00000000-0000-3000-8000-000000000001")),
                original.type(),
                original.transactionClass(),
                original.billingType(),
                AdjustmentStatus.UNADJUSTABLE,
                Quantity.of("-4"),
                original.price(),
                original.amount().negated(),
                original.transactionDate(),
                LocalDate.parse("2026-01-31"),
                original.dimensions(),
                null,
                1,
                false,
                List.of(new Connection(ConnectionRole.REVERSING, original.id().value(), ConnectionRole.ORIGINAL)),
                List.of());
        world.office().putAll(List.of(ActualItem.encode(reversal)));
        world.deliver(Course.IN_ORDER);

        world.schedule("import-staging");
        world.schedule("post-journals");

        assertThat(entries("USMF-IJ-000001", unbilledSales))
                .containsExactly("161300 1000.00 1250.00", "420200 -1000.00 -1250.00");
        assertThat(entries("USMF-IJ-000002", "00000000-0000-3000-8000-000000000001"))
                .containsExactly("161300 -1000.00 -1250.00", "420200 1000.00 1250.00");
        assertThat(line("USMF-IJ-000002", "00000000-0000-3000-8000-000000000001")
                        .at("/reverses")
                        .asText())
                .isEqualTo(unbilledSales);
    }

    /** Project cost of intercompany work does not cross: the vendor invoice of the lending company rebuilds it (domain.md 3.12). */
    @Test
    void intercompanyCost_neverReachesFinance() {
        world.audit().waive("An actual is written by hand");
        Actual own = actual(cost);
        Actual lent = new Actual(
                new Actual.Id(UUID.fromString("00000000-0000-3000-8000-000000000002")),
                own.type(),
                own.transactionClass(),
                own.billingType(),
                own.adjustmentStatus(),
                own.quantity(),
                own.price(),
                own.amount(),
                own.transactionDate(),
                own.accountingDate(),
                own.dimensions(),
                null,
                1,
                true,
                List.of(),
                List.of());
        world.office().putAll(List.of(ActualItem.encode(lent)));
        world.deliver(Course.IN_ORDER);
        world.schedule("sweep");

        Answer imported = world.schedule("import-staging");

        assertThat(imported.at("/journals/0/lines")).isEqualTo("2");
        assertThat(imported.at("/waiting")).isEqualTo("[]");
        assertThat(world.finance().contents().toString()).doesNotContain("00000000-0000-3000-8000-000000000002");
    }

    @Test
    void company_isShownAndChanged_onConditionOfItsVersion() {
        Answer shown = world.call(200, "GET", "/companies/USMF", null);
        assertThat(shown.headers()).containsEntry("etag", "\"1\"");

        Answer changed = world.call(
                200, "PUT", "/companies/USMF", COMPANY.formatted("\"journalLineLimit\":1,"), "if-match", "\"1\"");
        Answer late = world.call(
                412, "PUT", "/companies/USMF", COMPANY.formatted("\"journalLineLimit\":2,"), "if-match", "\"1\"");

        assertThat(changed.headers()).containsEntry("etag", "\"2\"");
        assertThat(late.at("/code")).isEqualTo("company-changed");
        assertThat(world.schedule("import-staging").body().at("/journals")).hasSize(2);
    }

    private void company(String parameters) {
        world.call(200, "PUT", "/companies/USMF", COMPANY.formatted(parameters));
    }

    private Actual actual(String id) {
        return ActualItem.findAll(world.office(), List.of(new Actual.Id(UUID.fromString(id))))
                .get(0);
    }

    private JsonNode line(String journal, String actual) {
        for (JsonNode line :
                world.call(200, "GET", "/journals/" + journal, null).body().at("/lines")) {
            if (line.at("/actual").asText().equals(actual)) {
                return line;
            }
        }
        throw new AssertionError("Journal " + journal + " has no line " + actual);
    }

    private List<String> entries(String journal, String actual) {
        List<String> entries = new ArrayList<>();
        line(journal, actual)
                .at("/entries")
                .forEach(entry -> entries.add(String.join(
                        " ",
                        entry.at("/account").asText(),
                        entry.at("/amount/amount").asText(),
                        entry.at("/accountingAmount/amount").asText())));
        return entries;
    }
}
