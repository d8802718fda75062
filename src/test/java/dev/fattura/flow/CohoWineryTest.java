package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World;
import dev.fattura.support.World.Course;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documented case of Coho Winery (domain.md 3.6), line by line, through every function in memory. */
class CohoWineryTest {

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);
    private String cost;
    private String unbilledSales;

    @BeforeEach
    void travel() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        var approved = scenario.approveFourHours();
        cost = approved.at("/actuals/0/cost");
        unbilledSales = approved.at("/actuals/0/unbilledSales");
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-proposals");
        world.deliver(Course.IN_ORDER);
    }

    @Test
    void journal_postsTheDocumentedEntries() {
        JsonNode journal =
                world.call(200, "GET", "/journals/USMF-IJ-000001", null).body();

        assertThat(entries(journal.at("/lines").findValues("entries")))
                .containsExactlyInAnyOrder(
                        "600300 payrollAllocation -480.00 USD -480.00 USD 1",
                        "540100 cost 480.00 USD 480.00 USD 1",
                        "161300 wipSalesValue 1000.00 GBP 1250.00 USD 1.25",
                        "420200 accruedRevenueSalesValue -1000.00 GBP -1250.00 USD 1.25");
    }

    @Test
    void proposal_postsTheDocumentedEntries() {
        JsonNode proposal = world.call(200, "GET", "/proposals/INV-1001", null).body();

        assertThat(entries(List.of(proposal.at("/entries"))))
                .containsExactlyInAnyOrder(
                        "161300 wipSalesValue -1000.00 GBP -1250.00 USD 1.25",
                        "420200 accruedRevenueSalesValue 1000.00 GBP 1250.00 USD 1.25",
                        "411100 invoicedRevenue -1000.00 GBP -1250.00 USD 1.25",
                        "130100 customerBalance 1000.00 GBP 1250.00 USD 1.25");
    }

    @Test
    void actuals_haveTheirAccountingDetail_afterTheWriteBack() {
        assertThat(accounting(cost)).isEqualTo("480.00 USD 1 USMF-PV-000001 0.00 USD");
        assertThat(accounting(unbilledSales)).isEqualTo("1250.00 USD 1.25 USMF-PV-000002 0.00 GBP");
        assertThat(accounting(billedSales())).isEqualTo("1250.00 USD 1.25 USMF-PV-000003 0.00 GBP");
    }

    @Test
    void proforma_isPostedWithTheCustomerInvoice() {
        var invoice = world.call(200, "GET", "/invoices/INV-1001", null);

        assertThat(invoice.at("/status")).isEqualTo("posted");
        assertThat(invoice.at("/customerInvoice"))
                .isEqualTo(
                        "{\"number\":\"USMF-CI-000001\",\"kind\":\"invoice\",\"date\":\"2026-01-31\",\"dueDate\":\"2026-01-31\",\"voucher\":\"USMF-PV-000003\","
                                + "\"amount\":{\"amount\":\"1000.00\",\"currency\":\"GBP\"},"
                                + "\"salesTax\":{\"amount\":\"0.00\",\"currency\":\"GBP\"}}");
    }

    @Test
    void confirmation_writesBilledSalesAndReversal_withTheirSigns() {
        JsonNode actuals =
                world.call(200, "GET", "/actuals?invoice=INV-1001", null).body().at("/actuals");

        List<String> seen = new ArrayList<>();
        actuals.forEach(actual -> seen.add(String.join(
                " ",
                actual.at("/type").asText(),
                actual.at("/quantity").asText(),
                actual.at("/amount/amount").asText(),
                actual.at("/skipSync").asText())));
        assertThat(seen).containsExactlyInAnyOrder("billedSales 4 1000.00 false", "unbilledSales -4 -1000.00 true");
    }

    @Test
    void reversal_neverReachesStaging() {
        assertThat(world.finance().contents().values())
                .filteredOn(item -> item.kind().equals("stagedActual"))
                .extracting(item -> item.text("type") + " " + item.text("amount"))
                .containsExactlyInAnyOrder("cost 48000 USD", "unbilledSales 100000 GBP", "billedSales 100000 GBP");
    }

    private String billedSales() {
        for (JsonNode actual :
                world.call(200, "GET", "/actuals?invoice=INV-1001", null).body().at("/actuals")) {
            if (actual.at("/type").asText().equals("billedSales")) {
                return actual.at("/actual").asText();
            }
        }
        throw new AssertionError("No billed sales");
    }

    private String accounting(String actual) {
        var answer = world.call(200, "GET", "/actuals/" + actual, null);
        return answer.at("/accounting/amount/amount") + " " + answer.at("/accounting/amount/currency") + " "
                + answer.at("/accounting/exchangeRate") + " " + answer.at("/accounting/voucher") + " "
                + answer.at("/accounting/salesTax/amount") + " " + answer.at("/accounting/salesTax/currency");
    }

    private static List<String> entries(List<JsonNode> lists) {
        List<String> seen = new ArrayList<>();
        lists.forEach(
                list -> list.forEach(entry -> seen.add(entry.at("/account").asText() + " "
                        + entry.at("/postingType").asText() + " " + money(entry.at("/amount")) + " "
                        + money(entry.at("/accountingAmount")) + " "
                        + entry.at("/exchangeRate").asText())));
        return seen;
    }

    private static String money(JsonNode money) {
        return money.at("/amount").asText() + " " + money.at("/currency").asText();
    }
}
