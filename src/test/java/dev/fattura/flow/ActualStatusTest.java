package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob's 8 hours at 200 (domain.md 2.1), and what the answers say of every actual of them at each step; no actual is rewritten on the way. */
class ActualStatusTest {

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);
    private String approval;
    private String cost;
    private String unbilledSales;

    @BeforeEach
    void approveEightHours() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        Answer approved = world.call(
                200,
                "POST",
                "/approvals",
                """
                {"transactions":[{"transaction":"TE-1","class":"time","contract":"ORD-1001","line":"1","project":"PRJ-1",
                  "date":"2026-01-05","quantity":"8","unit":"hour","costPrice":{"amount":"100.00","currency":"USD"},
                  "salesPrice":{"amount":"200.00","currency":"GBP"},"billingType":"chargeable"}]}
                """);
        approval = approved.at("/approval");
        cost = approved.at("/actuals/0/cost");
        unbilledSales = approved.at("/actuals/0/unbilledSales");
    }

    @Test
    void unedited_goesFromTheBacklogToTheInvoice() {
        assertThat(list("approval=" + approval)).containsExactly("cost 8", "unbilledSales 8 readyToInvoice");
        mark("notReady");
        assertThat(one(unbilledSales)).isEqualTo("unbilledSales 8 unbilledSalesCreated");
        mark("readyToInvoice");

        scenario.draftCohoFromBacklog();
        assertThat(one(unbilledSales)).isEqualTo("unbilledSales 8 customerInvoiceCreated");
        world.call(200, "DELETE", "/invoices/INV-1001", null, "if-match", scenario.version("INV-1001"));
        assertThat(one(unbilledSales)).isEqualTo("unbilledSales 8 readyToInvoice");

        scenario.draftAgain("INV-1002");
        scenario.confirm("INV-1002");
        assertThat(one(unbilledSales)).isEqualTo("unbilledSales 8 customerInvoicePosted");
        assertThat(list("invoice=INV-1002"))
                .containsExactlyInAnyOrder(
                        "billedSales 8 customerInvoicePosted", "unbilledSales -8 customerInvoicePosted unadjustable");
        assertThat(one(cost)).isEqualTo("cost 8");
    }

    @Test
    void quantityReduced_adjustsTheOriginal() {
        draft("6");
        assertThat(one(unbilledSales)).isEqualTo("unbilledSales 8 customerInvoiceCreated");

        scenario.confirm("INV-1001");

        assertThat(one(unbilledSales)).isEqualTo("unbilledSales 8 adjusted");
        assertThat(list("invoice=INV-1001"))
                .containsExactlyInAnyOrder(
                        "unbilledSales -8 unadjustable",
                        "unbilledSales 6 customerInvoicePosted",
                        "unbilledSales -6 customerInvoicePosted unadjustable",
                        "unbilledSales 2 customerInvoicePosted",
                        "unbilledSales -2 customerInvoicePosted unadjustable",
                        "billedSales 6 customerInvoicePosted",
                        "billedSales 2 customerInvoicePosted");
        world.settle();
        assertThat(one(unbilledSales)).isEqualTo("unbilledSales 8 adjusted");
    }

    @Test
    void quantityIncreased_adjustsTheOriginal() {
        draft("10");
        scenario.confirm("INV-1001");

        assertThat(one(unbilledSales)).isEqualTo("unbilledSales 8 adjusted");
        assertThat(list("invoice=INV-1001"))
                .containsExactlyInAnyOrder(
                        "unbilledSales -8 unadjustable",
                        "unbilledSales 10 customerInvoicePosted",
                        "unbilledSales -10 customerInvoicePosted unadjustable",
                        "billedSales 10 customerInvoicePosted");
    }

    @Test
    void cancelledApproval_adjustsCostAndUnbilledSales() {
        Answer cancelled = world.call(200, "POST", "/approvals/TE-1/cancel", "{\"accountingDate\":\"2026-01-31\"}");

        assertThat(list("approval=" + approval)).containsExactly("cost 8 adjusted", "unbilledSales 8 adjusted");
        assertThat(list("approval=" + cancelled.at("/approval")))
                .containsExactly("cost -8 unadjustable", "unbilledSales -8 unadjustable");
    }

    @Test
    void fullCredit_adjustsTheBilledSales_andTheWorkIsInTheBacklogAgain() {
        invoiced();
        revise("{\"invoice\":\"INV-2001\",\"invoiceDate\":\"2026-01-31\"}");
        assertThat(billed("INV-1001")).isEqualTo("billedSales 8 customerInvoicePosted");

        scenario.confirm("INV-2001");

        assertThat(billed("INV-1001")).isEqualTo("billedSales 8 customerInvoicePosted adjusted");
        assertThat(one(unbilledSales)).isEqualTo("unbilledSales 8 customerInvoicePosted");
        assertThat(list("invoice=INV-2001"))
                .containsExactlyInAnyOrder(
                        "billedSales -8 customerInvoicePosted unadjustable", "unbilledSales 8 readyToInvoice");

        scenario.draftAgain("INV-2002");
        scenario.confirm("INV-2002");
        assertThat(list("invoice=INV-2001")).contains("unbilledSales 8 customerInvoicePosted");
    }

    @Test
    void decrease_adjustsTheBilledSales_andReturnsTheRest() {
        invoiced();
        revise("{\"invoice\":\"INV-2001\",\"invoiceDate\":\"2026-01-31\",\"lines\":[{\"billedSales\":\""
                + billedSales("INV-1001").at("/actual").asText() + "\",\"quantity\":\"6\"}]}");
        scenario.confirm("INV-2001");

        assertThat(billed("INV-1001")).isEqualTo("billedSales 8 customerInvoicePosted adjusted");
        assertThat(list("invoice=INV-2001"))
                .containsExactlyInAnyOrder(
                        "billedSales -8 customerInvoicePosted unadjustable",
                        "unbilledSales 6 customerInvoicePosted",
                        "unbilledSales -6 customerInvoicePosted unadjustable",
                        "billedSales 6 customerInvoicePosted",
                        "unbilledSales 2 readyToInvoice");
    }

    @Test
    void enteredLine_isBilledByTheConfirmationThatWritesIt() {
        scenario.draftCohoFromBacklog();
        world.call(
                200,
                "POST",
                "/invoices/INV-1001/lines",
                """
                {"entered":[{"entry":"E-1","class":"fee","line":"1","quantity":"1","unit":"each",
                  "price":{"amount":"500.00","currency":"GBP"},"billingType":"chargeable","date":"2026-01-20"}]}
                """,
                "if-match",
                scenario.version("INV-1001"));
        scenario.confirm("INV-1001");

        assertThat(list("invoice=INV-1001"))
                .contains(
                        "unbilledSales 1 customerInvoicePosted",
                        "unbilledSales -1 customerInvoicePosted unadjustable",
                        "billedSales 1 customerInvoicePosted");
    }

    @Test
    void retainer_isOpen_untilAnInvoiceAppliesIt() {
        mark("notReady");
        world.call(
                200,
                "PUT",
                "/contracts/ORD-1001/retainers/R1",
                """
                {"description":"Retainer 2026","amount":{"amount":"1000.00","currency":"GBP"},"date":"2026-01-02",
                 "status":"readyToInvoice"}
                """);
        scenario.draftAgain("INV-1");
        scenario.confirm("INV-1");
        assertThat(list("invoice=INV-1"))
                .containsExactlyInAnyOrder(
                        "billedSales 1 customerInvoicePosted", "unbilledSales -1 unbilledSalesCreated");

        mark("readyToInvoice");
        scenario.draftAgain("INV-2");
        assertThat(list("invoice=INV-1")).contains("unbilledSales -1 customerInvoiceCreated");
        scenario.confirm("INV-2");
        assertThat(list("invoice=INV-1")).contains("unbilledSales -1 customerInvoicePosted");
        assertThat(list("invoice=INV-2")).contains("unbilledSales 1 customerInvoicePosted unadjustable");
    }

    /** The preview says what would be written; how it will stand nobody knows yet. */
    @Test
    void preview_hasNoBillingStatus() {
        draft("6");

        assertThat(world.call(200, "GET", "/invoices/INV-1001/preview", null)
                        .body()
                        .findValuesAsText("billingStatus"))
                .isEmpty();
    }

    private void draft(String quantity) {
        scenario.draftCohoFromBacklog();
        String detail = world.call(200, "GET", "/invoices/INV-1001", null).at("/lines/0/detail");
        world.call(
                200,
                "PATCH",
                "/invoices/INV-1001/lines/" + detail,
                "{\"quantity\":\"" + quantity + "\"}",
                "if-match",
                scenario.version("INV-1001"));
    }

    private void invoiced() {
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
        world.settle();
    }

    private void revise(String body) {
        world.call(201, "POST", "/invoices/INV-1001/revise", body);
    }

    private void mark(String status) {
        world.call(
                200,
                "POST",
                "/contracts/ORD-1001/backlog/mark",
                "{\"status\":\"" + status + "\",\"upTo\":\"2026-01-31\"}");
    }

    private String billed(String invoice) {
        return one(billedSales(invoice).at("/actual").asText());
    }

    private JsonNode billedSales(String invoice) {
        for (JsonNode actual : world.call(200, "GET", "/actuals?invoice=" + invoice, null)
                .body()
                .at("/actuals")) {
            if (actual.at("/type").asText().equals("billedSales")) {
                return actual;
            }
        }
        throw new AssertionError("No billed sales on " + invoice);
    }

    private String one(String actual) {
        return shown(world.call(200, "GET", "/actuals/" + actual, null).body());
    }

    private List<String> list(String query) {
        List<String> shown = new ArrayList<>();
        world.call(200, "GET", "/actuals?" + query, null)
                .body()
                .at("/actuals")
                .forEach(actual -> shown.add(shown(actual)));
        return shown;
    }

    /** {@code type quantity billingStatus adjustmentStatus}, the last two where they are there. */
    private static String shown(JsonNode actual) {
        return String.join(
                        " ",
                        actual.at("/type").asText(),
                        actual.at("/quantity").asText(),
                        actual.path("billingStatus").asText(),
                        actual.path("adjustmentStatus").asText())
                .replaceAll(" +", " ")
                .strip();
    }
}
