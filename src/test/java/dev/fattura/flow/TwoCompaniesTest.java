package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.support.Callers;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second company beside the first, each with people of its own: ids that are taken, work that both begin, and who did what. */
class TwoCompaniesTest {

    private static final JsonNode MANAGER = Callers.of("manager-us", "projectManager", "USMF");
    private static final JsonNode ACCOUNTANT = Callers.of("accountant-us", "accountant", "USMF");
    private static final JsonNode AUDITOR = Callers.of("auditor", "auditor", "*");
    private static final JsonNode ENGINEER = Callers.of("engineer", "administrator", "*");
    private static final JsonNode STRANGER = Callers.of("manager-de", "projectManager accountant", "DEMF");

    private static final String COMPANY =
            """
            {"accountingCurrency":"USD","periodUnit":"months",
             "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
              "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
              "wipInvoicedOnAccount":"161400","prepayment":"250500","customerBalance":"130100","salesTax":"222200","roundingDifference":"618170"}}
            """;

    private final World world = new World();

    @BeforeEach
    void record() {
        Scenario scenario = new Scenario(world);
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.approveFourHours();
        scenario.draftCohoFromBacklog();
        world.call(200, "PUT", "/companies/DEMF", COMPANY);
        world.call(200, "PUT", "/projects/PRJ-DE", "{\"company\":\"DEMF\",\"name\":\"Keller\"}");
        world.call(200, "PUT", "/contracts/ORD-DE", contract("DEMF", "PRJ-DE"));
    }

    @Test
    void idThatAnotherCompanyHas_isNotThere_andStaysAsItIs() {
        notThere("PUT", "/projects/PRJ-1", "{\"company\":\"DEMF\",\"name\":\"Keller\"}");
        notThere("PUT", "/contracts/ORD-1001", contract("DEMF", "PRJ-DE"));
        notThere("POST", "/approvals", approval("TE-1", "ORD-DE", "PRJ-DE"));
        as(STRANGER, "POST", "/approvals", approval("TE-DE", "ORD-DE", "PRJ-DE"));
        notThere(
                "POST",
                "/invoices",
                "{\"invoice\":\"INV-1001\",\"contract\":\"ORD-DE\",\"invoiceDate\":\"2026-01-31\","
                        + "\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}");
    }

    @Test
    void number_thatAnotherCompanyHasByHand_isPassedOver() {
        as(STRANGER, "POST", "/approvals", approval("TE-DE", "ORD-DE", "PRJ-DE"));
        String body =
                "{\"contract\":\"ORD-DE\",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}";
        world.call(
                200, "POST", "/approvals", approval("TE-2", "ORD-1001", "PRJ-1").replace("EUR", "GBP"));
        new Scenario(world).draftAgain("PRF-000001");

        assertThat(as(STRANGER, "POST", "/invoices", body).at("/invoice")).isEqualTo("PRF-000002");
    }

    @Test
    void nothingIsMade_forAnotherCompany() {
        notThere("PUT", "/projects/PRJ-2", "{\"company\":\"USMF\",\"name\":\"Cellar\"}");
        notThere("PUT", "/companies/GBSI", COMPANY);
    }

    @Test
    void ownWork_isDone_besideTheOther() {
        assertThat(as(STRANGER, "POST", "/approvals", approval("TE-DE", "ORD-DE", "PRJ-DE"))
                        .status())
                .isEqualTo(200);
        assertThat(as(STRANGER, "GET", "/contracts/ORD-DE/backlog", null).at("/backlog/0/entry"))
                .isNotEmpty();
        assertThat(as(MANAGER, "GET", "/contracts/ORD-DE/backlog", null).status())
                .isEqualTo(404);
    }

    /** The other company's transaction is of another month than the own one, so they are of two groups. */
    @Test
    void ownWork_isNotApproved_togetherWithWhatAnotherCompanyHas() {
        String own = approval("TE-DE", "ORD-DE", "PRJ-DE");
        String taken = approval("TE-1", "ORD-DE", "PRJ-DE").replace("2026-01-05", "2026-02-05");

        notThere("POST", "/approvals", own.replace("]}", ",") + taken.replace("{\"transactions\":[", ""));
    }

    @Test
    void cancelledApproval_isAnsweredAgain_onlyToItsCompany() {
        world.call(
                200, "POST", "/approvals", approval("TE-2", "ORD-1001", "PRJ-1").replace("EUR", "GBP"));
        String body = "{\"accountingDate\":\"2026-01-31\"}";
        assertThat(as(MANAGER, "POST", "/approvals/TE-2/cancel", body).status()).isEqualTo(200);

        assertThat(as(MANAGER, "POST", "/approvals/TE-2/cancel", body).status()).isEqualTo(200);
        notThere("POST", "/approvals/TE-2/cancel", body);
    }

    @Test
    void bulkConfirmation_takesNoInvoiceOfAnotherCompany_andShowsNone() {
        notThere("POST", "/invoices/confirm", "{\"invoices\":[{\"invoice\":\"INV-1001\"}]}");
        String confirmation = as(MANAGER, "POST", "/invoices/confirm", "{\"invoices\":[{\"invoice\":\"INV-1001\"}]}")
                .at("/confirmation");
        world.settle();

        notThere("GET", "/confirmations/" + confirmation, null);
        assertThat(as(MANAGER, "GET", "/confirmations/" + confirmation, null).at("/entries/0/status"))
                .isEqualTo("complete");
    }

    /** What others have scheduled is none of the stranger's: his request neither sees it nor fails it. */
    @Test
    void bulkConfirmation_besideThatOfAnotherCompany_isItsOwn() {
        as(STRANGER, "POST", "/approvals", approval("TE-DE", "ORD-DE", "PRJ-DE"));
        assertThat(as(
                                STRANGER,
                                "POST",
                                "/invoices",
                                "{\"invoice\":\"INV-DE\",\"contract\":\"ORD-DE\",\"invoiceDate\":\"2026-01-31\","
                                        + "\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}")
                        .status())
                .isEqualTo(201);
        as(MANAGER, "POST", "/invoices/confirm", "{\"invoices\":[{\"invoice\":\"INV-1001\"}]}");

        assertThat(as(STRANGER, "POST", "/invoices/confirm", "{\"invoices\":[{\"invoice\":\"INV-DE\"}]}")
                        .status())
                .isEqualTo(202);

        assertThat(as(MANAGER, "GET", "/invoices/INV-1001", null).at("/status")).isEqualTo("confirmed");
        assertThat(as(STRANGER, "GET", "/invoices/INV-DE", null).at("/status")).isEqualTo("confirmed");
    }

    @Test
    void lineage_tellsWhoDidWhat_andNothingOfASchedule() {
        assertThat(as(MANAGER, "POST", "/invoices/INV-1001/confirm", "{}", "if-match", version())
                        .status())
                .isEqualTo(200);
        world.settle();

        JsonNode deeds =
                as(ACCOUNTANT, "GET", "/invoices/INV-1001/lineage", null).body().get("deeds");

        assertThat(deeds.findValuesAsText("by")).containsExactly(Callers.SUBJECT, Callers.SUBJECT, "manager-us");
        assertThat(deeds.findValuesAsText("status")).containsExactly("approved", "drafting", "confirmed");
        assertThat(deeds.findValuesAsText("record")).containsExactly("transaction", "invoice", "invoice");
        assertThat(deeds.findValuesAsText("id")).first().isEqualTo("TE-1");
        assertThat(as(ACCOUNTANT, "GET", "/invoices/INV-1001", null).at("/status"))
                .isEqualTo("posted");
    }

    @Test
    void lineage_tellsWhoPosted() {
        as(MANAGER, "POST", "/invoices/INV-1001/confirm", "{}", "if-match", version());
        world.deliver(World.Course.IN_ORDER);
        String journal = as(ACCOUNTANT, "POST", "/staging/import", "{\"company\":\"USMF\"}")
                .at("/journals/0/journal");
        assertThat(as(ACCOUNTANT, "POST", "/journals/" + journal + "/post", "{}")
                        .status())
                .isEqualTo(200);
        as(ACCOUNTANT, "POST", "/staging/import", "{\"company\":\"USMF\"}");
        assertThat(as(ACCOUNTANT, "POST", "/proposals/INV-1001/post", "{}").status())
                .isEqualTo(200);

        JsonNode deeds =
                as(MANAGER, "GET", "/invoices/INV-1001/lineage", null).body().get("deeds");

        assertThat(deeds.findValuesAsText("record"))
                .containsExactly("transaction", "invoice", "invoice", "proposal", "journal");
        assertThat(deeds.findValuesAsText("by"))
                .containsExactly(Callers.SUBJECT, Callers.SUBJECT, "manager-us", "accountant-us", "accountant-us");
        assertThat(deeds.findValuesAsText("status"))
                .containsExactly("approved", "drafting", "confirmed", "posting", "posting");
    }

    @Test
    void company_tellsWhoChangedItsBooks() {
        for (String status : List.of("onHold", "onHold", "open")) {
            as(ACCOUNTANT, "PUT", "/companies/USMF/fiscal-periods/2026-03", "{\"status\":\"" + status + "\"}");
        }

        JsonNode deeds = as(AUDITOR, "GET", "/companies/USMF", null).body().get("deeds");

        assertThat(deeds.findValuesAsText("record")).containsExactly("company", "fiscalPeriod", "fiscalPeriod");
        assertThat(deeds.findValuesAsText("id")).containsExactly("USMF", "2026-03", "2026-03");
        assertThat(deeds.findValuesAsText("status")).containsExactly("recorded", "onHold", "open");
        assertThat(deeds.findValuesAsText("by")).containsExactly(Callers.SUBJECT, "accountant-us", "accountant-us");
    }

    @Test
    void tableMap_tellsWhoPausedIt() {
        as(ENGINEER, "POST", "/maps/invoices/pause", "");
        as(ENGINEER, "POST", "/maps/invoices/pause", "");
        as(ENGINEER, "POST", "/maps/invoices/resume", "");
        as(ENGINEER, "POST", "/maps/msdyn_actuals/pause", "");
        as(ENGINEER, "POST", "/maps/msdyn_actuals/resume", "");

        JsonNode deeds = as(AUDITOR, "GET", "/maps/invoices", null).body().get("deeds");

        assertThat(deeds.findValuesAsText("status")).containsExactly("paused", "running");
        assertThat(deeds.findValuesAsText("by")).containsOnly("engineer").hasSize(2);
        assertThat(as(AUDITOR, "GET", "/maps/salesorders", null).body().get("deeds"))
                .isEmpty();
    }

    private String version() {
        return world.call(200, "GET", "/invoices/INV-1001", null).headers().get("etag");
    }

    private void notThere(String method, String path, String body) {
        Map<String, Map<Key, Item>> before = world.contents();
        Answer answer = as(STRANGER, method, path, body);
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(404);
        assertThat(answer.at("/code")).isEqualTo("not-found");
        assertThat(world.contents()).isEqualTo(before);
    }

    private Answer as(JsonNode caller, String method, String path, String body, String... headers) {
        return world.callAs(caller, method, path, body, headers);
    }

    private static String contract(String company, String project) {
        return "{\"company\":\"" + company + "\",\"name\":\"Keller\",\"customer\":\"DE-001\",\"currency\":\"EUR\","
                + "\"fixedExchangeRate\":\"1.10\","
                + "\"lines\":[{\"line\":\"1\",\"name\":\"Beratung\",\"billingMethod\":\"timeAndMaterial\",\"project\":\""
                + project + "\"}]}";
    }

    private static String approval(String transaction, String contract, String project) {
        return "{\"transactions\":[{\"transaction\":\"" + transaction + "\",\"class\":\"time\",\"contract\":\""
                + contract
                + "\",\"line\":\"1\",\"project\":\"" + project
                + "\",\"date\":\"2026-01-05\",\"quantity\":\"4\",\"unit\":\"hour\","
                + "\"costPrice\":{\"amount\":\"120.00\",\"currency\":\"USD\"},"
                + "\"salesPrice\":{\"amount\":\"250.00\",\"currency\":\"EUR\"},\"billingType\":\"chargeable\",\"resource\":\"Bob\"}]}";
    }
}
