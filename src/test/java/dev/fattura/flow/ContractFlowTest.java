package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Identifiers;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract that two customers share 60 to 40, from its agreement to the customer invoice of each. */
class ContractFlowTest {

    private static final String CONTRACT =
            """
            {"company":"USMF","name":"Coho and Fabrikam","currency":"USD","notToExceed":{"amount":"5000.00","currency":"USD"},
             "customers":[
              {"customer":"US-027","split":"60","rounding":true,"termsOfPayment":"net30"},
              {"customer":"US-028","split":"40","termsOfPayment":"net10","notToExceed":{"amount":"4000.00","currency":"USD"}}],
             "lines":[
              {"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"},
              {"line":"2","name":"Cellar","billingMethod":"fixedPrice","project":"PRJ-1",
               "contractedAmount":{"amount":"5000.01","currency":"USD"},"milestones":[
               {"milestone":"M1","name":"Built","amount":{"amount":"5000.01","currency":"USD"},"date":"2026-01-20","status":"notReady"}]}]}
            """;

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void record() {
        scenario.recordCompanyAndProject();
    }

    @Test
    void contractOfTwoCustomers_goesItsWholeWay() {
        Answer recorded = world.call(200, "PUT", "/contracts/ORD-2001", CONTRACT);
        assertThat(recorded.at("/customer")).isEqualTo("US-027");
        assertThat(recorded.at("/customers/1/termsOfPayment")).isEqualTo("net10");
        assertThat(recorded.at("/customers/1/notToExceed/amount")).isEqualTo("4000.00");

        approve(time("TE-1", "8", ""));
        approve(time("TE-2", "8", ",\"billableQuantity\":\"6\""));
        approve(time("TE-3", "12.5", ""));
        approve(time("TE-4", "1", ",\"resourcingCompany\":\"GBMF\""));
        assertThat(backlog())
                .containsExactly(
                        "US-027 120.00 committed readyToInvoice",
                        "US-027 1500.00 committed readyToInvoice",
                        "US-027 240.00 notApplicable readyToInvoice",
                        "US-027 3000.01 - notReady",
                        "US-027 720.00 committed readyToInvoice",
                        "US-027 960.00 committed readyToInvoice",
                        "US-028 1000.00 failed contract notReady",
                        "US-028 160.00 notApplicable readyToInvoice",
                        "US-028 2000.00 - notReady",
                        "US-028 480.00 committed readyToInvoice",
                        "US-028 640.00 committed readyToInvoice",
                        "US-028 80.00 committed readyToInvoice");
        Answer refused = mark(409, "{\"status\":\"readyToInvoice\",\"entries\":[\"" + entry("failed") + "\"]}");
        assertThat(refused.at("/code")).isEqualTo("not-to-exceed");
        assertThat(refused.at("/pointer")).isEqualTo("/entries/0");
        assertThat(world.call(200, "POST", "/contracts/ORD-2001/backlog/reevaluate", null)
                        .at("/failed"))
                .isEqualTo("1");

        Answer cancelled = world.call(200, "POST", "/approvals/TE-3/cancel", "{\"accountingDate\":\"2026-01-31\"}");
        assertThat(cancelled.body().at("/reversals")).hasSize(3);
        Answer contract = world.call(200, "GET", "/contracts/ORD-2001", null);
        assertThat(contract.at("/limits/0/level")).isEqualTo("contract");
        assertThat(contract.at("/limits/0/used/amount")).isEqualTo("3000.00");
        assertThat(contract.at("/lines/1/milestones/0/status")).isEqualTo("notStarted");
        Answer marked = mark(200, "{\"status\":\"readyToInvoice\",\"upTo\":\"2026-01-31\"}");
        assertThat(marked.at("/marked") + " " + marked.at("/unchanged") + " " + marked.at("/notToExceed"))
                .isEqualTo("2 8 0");

        assertThat(draft(201, "INV-1", "US-027").at("/total/amount")).isEqualTo("4800.01");
        assertThat(draft(201, "INV-2", "US-028").at("/total/amount")).isEqualTo("3200.00");
        assertThat(draft(422, "INV-3", "US-099").at("/pointer")).isEqualTo("/customer");
        assertThat(world.call(409, "POST", "/approvals/TE-1/cancel", null).at("/code"))
                .isEqualTo("already-on-invoice");
        scenario.confirm("INV-1");
        assertThat(world.call(200, "GET", "/contracts/ORD-2001", null).at("/lines/1/milestones/0/status"))
                .isEqualTo("inProgress");
        scenario.confirm("INV-2");
        world.settle();

        assertThat(posted("INV-1")).isEqualTo("posted 4800.01 2026-03-02");
        assertThat(posted("INV-2")).isEqualTo("posted 3200.00 2026-02-10");
        contract = world.call(200, "GET", "/contracts/ORD-2001", null);
        assertThat(contract.at("/lines/1/milestones/0/status")).isEqualTo("completed");
        assertThat(contract.at("/lines/1/milestones/0/parts/1/invoice")).isEqualTo("INV-2");
        assertThat(backlog()).isEmpty();
        // Cost of TE-1, TE-2 and TE-3 and what took that of TE-3 back; that of TE-4 comes by a vendor invoice.
        assertThat(staged("cost")).isEqualTo(4);
        // Two of TE-1, four of TE-2, two of TE-3 and what took them back, two of TE-4.
        assertThat(staged("unbilledSales")).isEqualTo(12);
        assertThat(world.contents().values()).allSatisfy(table -> assertThat(table.values())
                .noneMatch(item -> item.kind().equals("work")));
    }

    @Test
    void scheduledAndProgressBasedLines_areInvoicedByThemselves_toBothCustomers() {
        world.call(
                200,
                "PUT",
                "/contracts/ORD-2001",
                """
                {"company":"USMF","name":"Coho and Fabrikam","currency":"USD",
                 "customers":[{"customer":"US-027","split":"60","rounding":true},{"customer":"US-028","split":"40"}],
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1",
                   "includes":["time"],"invoiceSchedule":{"start":"2026-01-31","frequency":"monthly","count":2}},
                  {"line":"2","name":"Cellar","billingMethod":"fixedPrice","project":"PRJ-1","invoiceScheduleType":"progressBased",
                   "contractedAmount":{"amount":"10000.01","currency":"USD"},
                   "invoiceSchedule":{"start":"2026-01-31","frequency":"monthly","end":"2026-03-31"}}]}
                """);
        approve(time("TE-1", "8", ""));
        mark(
                200,
                "{\"status\":\"readyToInvoice\",\"progress\":{\"line\":\"2\",\"milestone\":\"P1\",\"percent\":\"30\",\"date\":\"2026-01-30\"}}");
        Answer exceeded = mark(
                422,
                "{\"status\":\"readyToInvoice\",\"progress\":{\"line\":\"2\",\"milestone\":\"P2\",\"percent\":\"71\",\"date\":\"2026-01-30\"}}");
        assertThat(exceeded.at("/code")).isEqualTo("progress-exceeded");

        Answer run = world.schedule("draft-scheduled");

        assertThat(run.at("/invoices")).isEqualTo("2");
        Answer contract = world.call(200, "GET", "/contracts/ORD-2001", null);
        assertThat(contract.at("/invoiceRuns/0/status")).isEqualTo("runSuccessful");
        assertThat(contract.at("/invoiceRuns/0/cutOff")).isEqualTo("2026-01-30");
        assertThat(contract.at("/invoiceRuns/2/runDate")).isEqualTo("2026-02-28");
        assertThat(contract.at("/invoiceRuns/2/status")).isEqualTo("notRun");
        assertThat(contract.at("/lines/1/progress/nextInvoiceStatus")).isEqualTo("customerInvoiceCreated");
        scenario.confirm("PRF-000001");
        scenario.confirm("PRF-000002");
        world.settle();
        // 60 and 40 per cent of 1,600.00 and of 3,000.00.
        assertThat(posted("PRF-000001")).isEqualTo("posted 2760.00 2026-01-31");
        assertThat(posted("PRF-000002")).isEqualTo("posted 1840.00 2026-01-31");
        contract = world.call(200, "GET", "/contracts/ORD-2001", null);
        assertThat(contract.at("/lines/1/progress/percentInvoicedToDate")).isEqualTo("30");
        assertThat(contract.at("/lines/1/progress/remaining/amount")).isEqualTo("7000.01");
    }

    /** Contract, customer and run date are no secret, and what follows from them is none either. */
    @Test
    void invoiceSchedule_isRun_whateverIdempotencyKeysCallersChoose() {
        world.call(
                200,
                "PUT",
                "/contracts/ORD-2001",
                """
                {"company":"USMF","name":"Coho","currency":"USD","customer":"US-027",
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1",
                   "invoiceSchedule":{"start":"2026-01-31","frequency":"monthly","count":1}}]}
                """);
        approve(time("TE-1", "8", ""));
        String key = Identifiers.derived("scheduledInvoice", "ORD-2001", "US-027", "2026-01-31", "1")
                .toString();
        world.call(404, "POST", "/invoices/INV-9/confirm", "{}", "if-match", "\"1\"", "idempotency-key", key);

        assertThat(world.schedule("draft-scheduled").at("/invoices")).isEqualTo("1");
        assertThat(world.call(200, "GET", "/contracts/ORD-2001", null).at("/invoiceRuns/0/status"))
                .isEqualTo("runSuccessful");
    }

    @Test
    void workBeyondALimit_isReadyOnceRoomIsMade() {
        world.call(200, "PUT", "/contracts/ORD-2001", CONTRACT.replace("5000.00", "2000.00"));
        approve(time("TE-1", "8", ""));
        approve(time("TE-2", "8", ""));
        assertThat(backlog())
                .contains("US-027 960.00 failed contract notReady", "US-028 640.00 failed contract notReady");

        world.call(200, "POST", "/contracts/ORD-2001/backlog/reset", "{\"entries\":[\"" + entry("committed") + "\"]}");
        assertThat(backlog()).contains("US-027 960.00 notEvaluated notReady");
        Answer evaluated = world.call(200, "POST", "/contracts/ORD-2001/backlog/reevaluate", "{}");
        // Of 2,000.00, 640.00 are used: 960.00 fit once more, and then neither of the others.
        assertThat(evaluated.at("/committed") + " " + evaluated.at("/failed")).isEqualTo("1 2");
        assertThat(world.call(200, "GET", "/contracts/ORD-2001", null).at("/limits/0/used/amount"))
                .isEqualTo("1600.00");
    }

    /** 40 % of 0.01 are 0.00 hours, but an amount: 0.01 × 200 = 2.00, of which 0.80 are hers. */
    @Test
    void shareOfNoQuantity_isDraftedAndEditedAsItStandsInTheBacklog() {
        world.call(200, "PUT", "/contracts/ORD-2001", CONTRACT);
        approve(time("TE-1", "0.01", ""));
        JsonNode entry = world.call(200, "GET", "/contracts/ORD-2001/backlog", null)
                .body()
                .at("/backlog/2");
        assertThat(entry.at("/customer").asText()).isEqualTo("US-028");
        assertThat(entry.at("/quantity").asText()).isEqualTo("0");
        assertThat(entry.at("/amount/amount").asText()).isEqualTo("0.80");

        Answer draft = world.call(
                201,
                "POST",
                "/invoices",
                "{\"invoice\":\"INV-1\",\"contract\":\"ORD-2001\",\"customer\":\"US-028\",\"invoiceDate\":\"2026-01-31\","
                        + "\"lines\":[{\"unbilledSales\":\""
                        + entry.at("/unbilledSales").asText()
                        + "\",\"quantity\":\"0\",\"price\":{\"amount\":\"200.00\",\"currency\":\"USD\"}}]}");

        assertThat(draft.at("/total/amount")).isEqualTo("0.80");
        Answer edited = world.call(
                200,
                "PATCH",
                "/invoices/INV-1/lines/" + draft.at("/lines/0/detail"),
                "{\"billingType\":\"complimentary\"}",
                "if-match",
                "\"1\"");
        assertThat(edited.at("/total/amount")).isEqualTo("0.00");
        assertThat(edited.at("/lines/0/amount/amount")).isEqualTo("0.80");
    }

    @Test
    void customersThatAreNotAgreedRightly_areRefused() {
        assertThat(world.call(422, "PUT", "/contracts/ORD-2001", CONTRACT.replace("\"40\"", "\"39\""))
                        .at("/code"))
                .isEqualTo("split-incomplete");
        Answer both = world.call(
                400,
                "PUT",
                "/contracts/ORD-2001",
                CONTRACT.replace(
                        "\"currency\":\"USD\",\"notToExceed\"",
                        "\"customer\":\"US-027\",\"currency\":\"USD\",\"notToExceed\""));
        assertThat(both.at("/pointer")).isEqualTo("/customer");
        assertThat(world.call(400, "PUT", "/contracts/ORD-2001", CONTRACT.replace("net10", "soon"))
                        .at("/pointer"))
                .isEqualTo("/customers/1/termsOfPayment");
    }

    private Answer mark(int status, String body) {
        return world.call(status, "POST", "/contracts/ORD-2001/backlog/mark", body);
    }

    private Answer draft(int status, String invoice, String customer) {
        return world.call(
                status,
                "POST",
                "/invoices",
                "{\"invoice\":\"" + invoice + "\",\"contract\":\"ORD-2001\",\"customer\":\"" + customer
                        + "\",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}");
    }

    /** The status of the proforma, the amount of its customer invoice, and when that is due. */
    private String posted(String invoice) {
        Answer proforma = world.call(200, "GET", "/invoices/" + invoice, null);
        return proforma.at("/status") + " " + proforma.at("/customerInvoice/amount/amount") + " "
                + proforma.at("/customerInvoice/dueDate");
    }

    private long staged(String type) {
        return world.finance().contents().values().stream()
                .filter(item ->
                        item.kind().equals("stagedActual") && item.text("type").equals(type))
                .count();
    }

    /** The first entry of the backlog with that standing. */
    private String entry(String standing) {
        for (JsonNode entry : world.call(200, "GET", "/contracts/ORD-2001/backlog", null)
                .body()
                .at("/backlog")) {
            if (entry.at("/notToExceed/status").asText().equals(standing)) {
                return entry.path("entry").asText();
            }
        }
        throw new AssertionError("No entry is " + standing);
    }

    private void approve(String transaction) {
        world.call(200, "POST", "/approvals", "{\"transactions\":[" + transaction + "]}");
    }

    private static String time(String id, String hours, String more) {
        return "{\"transaction\":\"" + id
                + "\",\"class\":\"time\",\"contract\":\"ORD-2001\",\"line\":\"1\",\"project\":\"PRJ-1\","
                + "\"date\":\"2026-01-12\",\"quantity\":\"" + hours + "\",\"unit\":\"hour\","
                + "\"costPrice\":{\"amount\":\"100.00\",\"currency\":\"USD\"},"
                + "\"salesPrice\":{\"amount\":\"200.00\",\"currency\":\"USD\"},"
                + "\"billingType\":\"chargeable\",\"resource\":\"Bob\"" + more + "}";
    }

    private List<String> backlog() {
        List<String> entries = new ArrayList<>();
        world.call(200, "GET", "/contracts/ORD-2001/backlog", null)
                .body()
                .at("/backlog")
                .forEach(entry -> entries.add(String.join(
                        " ",
                        entry.path("customer").asText(),
                        entry.at("/amount/amount").asText(),
                        standing(entry),
                        entry.path("status").asText())));
        entries.sort(null);
        return entries;
    }

    private static String standing(JsonNode entry) {
        JsonNode limit = entry.path("notToExceed");
        if (limit.isMissingNode()) {
            return "-";
        }
        return limit.path("status").asText()
                + (limit.has("level") ? " " + limit.path("level").asText() : "");
    }
}
