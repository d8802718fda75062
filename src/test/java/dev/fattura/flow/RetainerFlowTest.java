package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import dev.fattura.support.World.Course;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked numbers of domain.md 1.10: a retainer of 10,000, 4,000 of it applied to work, the rest paid back. */
class RetainerFlowTest {

    private static final String RETAINER =
            """
            {"description":"Retainer 2026","amount":{"amount":"10000.00","currency":"GBP"},"date":"2026-01-02","status":"%s"}""";

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void record() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
    }

    @Test
    void retainer_goesItsWholeWay() {
        world.call(200, "PUT", "/contracts/ORD-1001/retainers/R1", RETAINER.formatted("notReady"));
        assertRetainer("notReady", "0.00", "0.00", "0.00", "0.00");
        world.call(200, "PUT", "/contracts/ORD-1001/retainers/R1", RETAINER.formatted("readyToInvoice"));
        assertRetainer("readyToInvoice", "0.00", "0.00", "0.00", "0.00");
        assertThat(world.call(200, "GET", "/contracts/ORD-1001/backlog", null).at("/backlog/0/retainer"))
                .isEqualTo("R1");

        scenario.draftAgain("INV-1");
        assertRetainer("customerInvoiceCreated", "0.00", "0.00", "0.00", "0.00");
        scenario.confirm("INV-1");
        travel();
        assertRetainer("customerInvoicePosted", "10000.00", "0.00", "0.00", "10000.00");
        assertThat(posted("INV-1")).isEqualTo("10000.00");
        assertThat(balance("prepayment", "INV-1")).isEqualByComparingTo("-10000");

        approveSixteenHours();
        scenario.draftAgain("INV-2");
        Answer draft = world.call(200, "GET", "/invoices/INV-2", null);
        assertThat(draft.at("/total/amount")).isEqualTo("0.00");
        assertThat(draft.at("/lineCount")).isEqualTo("2");
        assertRetainer("customerInvoicePosted", "10000.00", "0.00", "0.00", "10000.00");
        Answer confirmed = scenario.confirm("INV-2");
        // The hours of 4,000 and the 4,000 that are applied to them.
        assertThat(confirmed.at("/controlTotals/billedSales/count")).isEqualTo("2");
        assertThat(confirmed.at("/controlTotals/billedSales/amount/amount")).isEqualTo("0.00");
        // -4,000 of the hours, +10,000 and -6,000 of the retainer.
        assertThat(confirmed.at("/controlTotals/unbilledSalesReversals/count")).isEqualTo("3");
        assertThat(confirmed.at("/controlTotals/unbilledSalesReversals/amount/amount"))
                .isEqualTo("0.00");
        travel();
        assertThat(posted("INV-2")).isEqualTo("0.00");
        assertThat(balance("prepayment", "INV-1", "INV-2")).isEqualByComparingTo("-6000");
        assertThat(balance("invoicedRevenue", "INV-1", "INV-2")).isEqualByComparingTo("-4000");
        assertRetainer("customerInvoicePosted", "10000.00", "4000.00", "0.00", "6000.00");

        Answer refund = world.call(
                201,
                "POST",
                "/contracts/ORD-1001/retainers/R1/refund",
                "{\"invoice\":\"INV-3\",\"invoiceDate\":\"2026-01-31\"}");
        assertThat(refund.at("/total/amount")).isEqualTo("-6000.00");
        assertThat(retainer().at("/refundStatus").asText()).isEqualTo("readyToRefund");
        scenario.confirm("INV-3");
        travel();
        assertThat(posted("INV-3")).isEqualTo("-6000.00");
        assertRetainer("customerInvoicePosted", "10000.00", "4000.00", "6000.00", "0.00");
        assertThat(retainer().at("/refundStatus").asText()).isEqualTo("refunded");
        // 10,000 were paid, 6,000 paid back: the 4,000 of the hours are what the customer has paid.
        assertThat(balance("customerBalance", "INV-1", "INV-2", "INV-3")).isEqualByComparingTo("4000");
        assertThat(balance("prepayment", "INV-1", "INV-2", "INV-3")).isZero();
        assertThat(world.contents().values()).allSatisfy(table -> assertThat(table.values())
                .noneMatch(item -> item.kind().equals("work")));

        assertThat(facts("INV-1"))
                .contains("retainer", "Open balance of -1 each retainer on 2026-01-02: -10000.00 GBP.");
        assertThat(facts("INV-2"))
                .contains(
                        "Open balance of -1 each retainer on 2026-01-02: -10000.00 GBP.",
                        "Reversal of open balance of 1 each retainer on 2026-01-02: 10000.00 GBP.",
                        "Billed sales of -1 each retainer on 2026-01-02: -4000.00 GBP.",
                        "Open balance of -1 each retainer on 2026-01-02: -6000.00 GBP.",
                        "Line of invoice INV-2 applies -1 each retainer, chargeable: -4000.00 GBP.",
                        "Proforma invoice INV-1 of 2026-01-31 over 10000.00 GBP is posted.");

        world.call(201, "POST", "/invoices/INV-3/revise", "{\"invoice\":\"INV-4\",\"invoiceDate\":\"2026-01-31\"}");
        scenario.confirm("INV-4");
        travel();
        assertThat(posted("INV-4")).isEqualTo("6000.00");
        assertRetainer("customerInvoicePosted", "10000.00", "4000.00", "0.00", "6000.00");
        assertThat(retainer().has("refundStatus")).isFalse();

        world.call(201, "POST", "/invoices/INV-2/revise", "{\"invoice\":\"INV-5\",\"invoiceDate\":\"2026-01-31\"}");
        scenario.confirm("INV-5");
        travel();
        assertThat(posted("INV-5")).isEqualTo("0.00");
        assertRetainer("customerInvoicePosted", "10000.00", "0.00", "0.00", "10000.00");
        assertThat(balance("prepayment", "INV-1", "INV-2", "INV-3", "INV-4", "INV-5"))
                .isEqualByComparingTo("-10000");
    }

    @Test
    void retainer_thatIsUsed_cannotBeCredited() {
        world.call(200, "PUT", "/contracts/ORD-1001/retainers/R1", RETAINER.formatted("readyToInvoice"));
        scenario.draftAgain("INV-1");
        scenario.confirm("INV-1");
        approveSixteenHours();
        scenario.draftAgain("INV-2");

        Answer refused = world.call(
                422, "POST", "/invoices/INV-1/revise", "{\"invoice\":\"INV-3\",\"invoiceDate\":\"2026-01-31\"}");

        assertThat(refused.at("/code")).isEqualTo("nothing-to-revise");
    }

    @Test
    void retainersOfNothing_areRefused() {
        Answer refused = world.call(
                422,
                "PUT",
                "/contracts/ORD-1001/retainers/R1",
                RETAINER.formatted("readyToInvoice").replace("10000.00", "0.00"));

        assertThat(refused.at("/code")).isEqualTo("negative-value");
        assertThat(refused.at("/pointer")).isEqualTo("/amount/amount");
    }

    private void approveSixteenHours() {
        world.call(
                200,
                "POST",
                "/approvals",
                """
                {"transactions":[{"transaction":"TE-1","class":"time","contract":"ORD-1001","line":"1","project":"PRJ-1",
                  "date":"2026-01-05","quantity":"16","unit":"hour","costPrice":{"amount":"120.00","currency":"USD"},
                  "salesPrice":{"amount":"250.00","currency":"GBP"},"billingType":"chargeable","resource":"Bob"}]}
                """);
    }

    /** The kinds and the sentences of an invoice's lineage. */
    private Set<String> facts(String invoice) {
        Set<String> facts = new TreeSet<>();
        world.call(200, "GET", "/invoices/" + invoice + "/lineage", null)
                .body()
                .at("/facts")
                .forEach(fact -> {
                    facts.add(fact.at("/kind").asText());
                    facts.add(fact.at("/summary").asText());
                });
        return facts;
    }

    private JsonNode retainer() {
        return world.call(200, "GET", "/contracts/ORD-1001/retainers", null)
                .body()
                .at("/retainers/0");
    }

    private void assertRetainer(String status, String available, String used, String refunded, String balance) {
        JsonNode retainer = retainer();
        assertThat(retainer.at("/status").asText()).isEqualTo(status);
        assertThat(retainer.at("/amount/amount").asText()).isEqualTo("10000.00");
        assertThat(retainer.at("/available/amount").asText()).isEqualTo(available);
        assertThat(retainer.at("/used/amount").asText()).isEqualTo(used);
        assertThat(retainer.at("/refunded/amount").asText()).isEqualTo(refunded);
        assertThat(retainer.at("/balance/amount").asText()).isEqualTo(balance);
    }

    private String posted(String invoice) {
        Answer answer = world.call(200, "GET", "/invoices/" + invoice, null);
        assertThat(answer.at("/status")).isEqualTo("posted");
        return answer.at("/customerInvoice/amount/amount");
    }

    private BigDecimal balance(String postingType, String... proposals) {
        BigDecimal balance = BigDecimal.ZERO;
        for (String proposal : proposals) {
            for (JsonNode entry : world.call(200, "GET", "/proposals/" + proposal, null)
                    .body()
                    .at("/entries")) {
                if (entry.at("/postingType").asText().equals(postingType)) {
                    balance = balance.add(
                            new BigDecimal(entry.at("/amount/amount").asText()));
                }
            }
        }
        return balance;
    }

    private void travel() {
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.schedule("import-staging");
        world.schedule("post-proposals");
        world.deliver(Course.IN_ORDER);
        world.schedule("sweep");
    }
}
