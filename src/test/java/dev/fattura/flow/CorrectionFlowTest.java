package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import dev.fattura.support.World.Course;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Corrective and credit invoices the whole way in memory, over the HTTP API; every figure is worked out by hand. */
class CorrectionFlowTest {

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    /** How what one side wrote comes to the other. */
    private interface Delivery {
        void to(World world);
    }

    @Test
    void fullCredit_leavesTheCustomerOwingNothing_andTheWorkToBeBilledAgain() {
        invoiced();

        Answer corrective = revise("INV-1001", "{\"invoice\":\"INV-2001\",\"invoiceDate\":\"2026-01-31\"}");
        assertThat(corrective.at("/hasCorrections")).isEqualTo("true");
        assertThat(corrective.at("/corrects/0")).isEqualTo("INV-1001");
        assertThat(corrective.at("/total/amount")).isEqualTo("-1000.00");
        assertThat(corrective.at("/lines/0/quantity")).isEqualTo("0");
        assertThat(corrective.at("/lines/0/previousAmount/amount")).isEqualTo("1000.00");
        scenario.confirm("INV-2001");
        travel();

        // 4 hours of 250 GBP at 1.25: revenue and customer are back at nothing, and the work is accrued again.
        assertThat(balances("INV-1001", "INV-2001"))
                .containsEntry("customerBalance", "0.00 GBP 0.00 USD")
                .containsEntry("invoicedRevenue", "0.00 GBP 0.00 USD");
        assertThat(world.call(200, "GET", "/invoices/INV-2001", null).at("/customerInvoice/amount/amount"))
                .isEqualTo("-1000.00");
        assertThat(world.call(200, "GET", "/invoices/INV-1001", null).at("/correctedBy"))
                .isEqualTo("[\"INV-2001\"]");
        assertThat(world.call(200, "GET", "/contracts/ORD-1001/backlog", null).at("/backlog/0/amount/amount"))
                .isEqualTo("1000.00");
        assertAccrued("1000.00");

        scenario.draftAgain("INV-2002");
        scenario.confirm("INV-2002");
        travel();
        assertThat(balances("INV-1001", "INV-2001", "INV-2002"))
                .containsEntry("customerBalance", "1000.00 GBP 1250.00 USD")
                .containsEntry("invoicedRevenue", "-1000.00 GBP -1250.00 USD");
        assertAccrued("0.00");
        assertNothingWaits();
    }

    @Test
    void decrease_creditsTheDifference_andAccruesItAgain() {
        invoiced();
        String billedSales = billedSales("INV-1001");

        Answer corrective = revise(
                "INV-1001",
                "{\"invoice\":\"INV-2001\",\"invoiceDate\":\"2026-01-31\",\"lines\":[{\"billedSales\":\"" + billedSales
                        + "\",\"quantity\":\"3\"}]}");
        assertThat(corrective.at("/lines/0/amount/amount")).isEqualTo("750.00");
        assertThat(corrective.at("/lines/0/invoiceAmount/amount")).isEqualTo("-250.00");
        Answer confirmed = scenario.confirm("INV-2001");
        assertThat(confirmed.at("/controlTotals/billedSales/count")).isEqualTo("2");
        assertThat(confirmed.at("/controlTotals/charged/amount")).isEqualTo("-250.00");
        travel();

        assertThat(balances("INV-1001", "INV-2001"))
                .containsEntry("customerBalance", "750.00 GBP 937.50 USD")
                .containsEntry("invoicedRevenue", "-750.00 GBP -937.50 USD");
        assertAccrued("250.00");
        assertNothingWaits();
    }

    @Test
    void lineage_ofACorrectiveInvoice_reachesEveryFact_andTheInvoiceThatItCorrects() {
        invoiced();
        String original = billedSales("INV-1001");
        revise(
                "INV-1001",
                "{\"invoice\":\"INV-2001\",\"invoiceDate\":\"2026-01-31\",\"lines\":[{\"billedSales\":\"" + original
                        + "\",\"quantity\":\"3\"}]}");
        scenario.confirm("INV-2001");
        travel();

        Map<String, List<String>> corrective = lineage("INV-2001");
        assertThat(corrective).containsEntry("INV-2001/invoice", List.of("INV-1001/invoice"));
        assertThat(corrective.get(original)).contains("INV-1001/invoice");
        // Two billed sales and two unbilled sales cross, the one skip-sync reversal does not.
        assertThat(corrective.keySet())
                .filteredOn(fact -> fact.endsWith("/row"))
                .hasSize(4);
        assertThat(corrective.keySet())
                .filteredOn(fact -> fact.endsWith("/journal-line"))
                .hasSize(2);
        assertThat(corrective.keySet())
                .filteredOn(fact -> fact.endsWith("/accounting"))
                .hasSize(4);
        assertThat(corrective).allSatisfy((fact, causes) -> {
            if (!fact.endsWith("/approved-transaction") && !fact.equals("INV-1001/invoice")) {
                assertThat(causes).as(fact).isNotEmpty();
            }
        });

        Map<String, List<String>> corrected = lineage("INV-1001");
        assertThat(corrected).containsEntry("INV-2001/invoice", List.of("INV-1001/invoice"));
        assertThat(corrected.values())
                .filteredOn(causes -> causes.contains("INV-2001/invoice"))
                .singleElement()
                .satisfies(causes -> assertThat(causes).contains(original));

        scenario.draftAgain("INV-2002");
        Map<String, List<String>> again = lineage("INV-2002");
        assertThat(again).containsKeys(original, "INV-2001/invoice", "TE-1/approved-transaction");
    }

    @Test
    void milestone_billed_credited_andBilledAgainOnAnotherInvoice() {
        scenario.recordCompanyAndProject();
        scenario.recordMixedContract();
        draftMilestone("INV-3001");
        scenario.confirm("INV-3001");
        travel();
        revise("INV-3001", "{\"invoice\":\"INV-3002\",\"invoiceDate\":\"2026-01-31\"}");
        scenario.confirm("INV-3002");
        travel();
        // With 20 % sales tax, which is credited as well.
        assertThat(balances("INV-3001", "INV-3002"))
                .containsEntry("customerBalance", "0.00 GBP 0.00 USD")
                .containsEntry("salesTax", "0.00 GBP 0.00 USD")
                .containsEntry("invoicedRevenueOnAccount", "0.00 GBP 0.00 USD");

        draftMilestone("INV-3003");
        scenario.confirm("INV-3003");
        travel();

        assertThat(balances("INV-3001", "INV-3002", "INV-3003"))
                .containsEntry("customerBalance", "6000.00 GBP 7500.00 USD")
                .containsEntry("salesTax", "-1000.00 GBP -1250.00 USD")
                .containsEntry("invoicedRevenueOnAccount", "-5000.00 GBP -6250.00 USD");
        assertNothingWaits();
    }

    @Test
    void mixedInvoice_credited_isAllCreditedButItsProducts() {
        scenario.recordCompanyAndProject();
        scenario.recordMixedContract();
        scenario.approveMixed();
        scenario.draftMixedFromBacklog();
        scenario.confirm("INV-1002");
        travel();
        revise("INV-1002", "{\"invoice\":\"INV-2001\",\"invoiceDate\":\"2026-01-31\"}");

        Answer confirmed = scenario.confirm("INV-2001");
        travel();

        // 7,250 chargeable without the product of 750; non-chargeable and complimentary lines are credited with
        // nothing.
        assertThat(confirmed.at("/controlTotals/charged/amount")).isEqualTo("-6500.00");
        assertThat(confirmed.at("/controlTotals/billedSales/amount/amount")).isEqualTo("-7000.00");
        assertThat(balances("INV-1002", "INV-2001"))
                .containsEntry("customerBalance", "900.00 GBP 1125.00 USD")
                .containsEntry("salesTax", "-150.00 GBP -187.50 USD");
        assertNothingWaits();
    }

    @Test
    void tables_endTheSame_howeverTheRecordsCome() {
        var calm = corrected(course(Course.IN_ORDER));

        assertThat(corrected(course(Course.REVERSED_AND_TWICE))).isEqualTo(calm);
        assertThat(corrected(world -> world.schedule("sweep"))).isEqualTo(calm);
    }

    private static Delivery course(Course course) {
        return world -> world.deliver(course);
    }

    private static Map<String, ?> corrected(Delivery delivery) {
        CorrectionFlowTest flow = new CorrectionFlowTest();
        flow.invoiced(delivery);
        flow.revise(
                "INV-1001",
                "{\"invoice\":\"INV-2001\",\"invoiceDate\":\"2026-01-31\",\"lines\":[{\"billedSales\":\""
                        + flow.billedSales("INV-1001") + "\",\"quantity\":\"3\"}]}");
        flow.scenario.confirm("INV-2001");
        flow.travel(delivery);
        flow.assertNothingWaits();
        return flow.world.contents();
    }

    private void invoiced() {
        invoiced(course(Course.IN_ORDER));
    }

    private void invoiced(Delivery delivery) {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.approveFourHours();
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
        travel(delivery);
    }

    private Answer revise(String original, String body) {
        return world.call(201, "POST", "/invoices/" + original + "/revise", body);
    }

    private void draftMilestone(String invoice) {
        world.call(
                201,
                "POST",
                "/invoices",
                "{\"invoice\":\"" + invoice
                        + "\",\"contract\":\"ORD-1002\",\"invoiceDate\":\"2026-01-31\",\"lines\":[{\"line\":\"2\",\"milestone\":\"M1\"}]}");
    }

    private Map<String, List<String>> lineage(String invoice) {
        Map<String, List<String>> causes = new TreeMap<>();
        world.call(200, "GET", "/invoices/" + invoice + "/lineage", null)
                .body()
                .at("/facts")
                .forEach(fact -> {
                    List<String> ids = new ArrayList<>();
                    fact.at("/causes").forEach(cause -> ids.add(cause.asText()));
                    causes.put(fact.at("/fact").asText(), ids);
                });
        return causes;
    }

    private String billedSales(String invoice) {
        JsonNode facts = world.call(200, "GET", "/invoices/" + invoice + "/lineage", null)
                .body()
                .at("/facts");
        for (JsonNode fact : facts) {
            if (fact.path("type").asText().equals("billedSales")) {
                return fact.at("/fact").asText();
            }
        }
        throw new AssertionError(facts);
    }

    private void travel() {
        travel(course(Course.IN_ORDER));
    }

    private void travel(Delivery delivery) {
        delivery.to(world);
        world.schedule("import-staging");
        world.schedule("post-journals");
        delivery.to(world);
        world.schedule("import-staging");
        world.schedule("post-proposals");
        delivery.to(world);
        world.schedule("sweep");
    }

    /** What the customer invoices of those proposals come to, by posting type. */
    private Map<String, String> balances(String... proposals) {
        Map<String, List<JsonNode>> entries = new TreeMap<>();
        for (String proposal : proposals) {
            Answer answer = world.call(200, "GET", "/proposals/" + proposal, null);
            assertThat(answer.at("/status")).isEqualTo("posted");
            answer.body().at("/entries").forEach(entry -> entries.computeIfAbsent(
                            entry.at("/postingType").asText(), type -> new ArrayList<>())
                    .add(entry));
        }
        Map<String, String> sums = new TreeMap<>();
        entries.forEach(
                (type, list) -> sums.put(type, sum(list, "amount") + " GBP " + sum(list, "accountingAmount") + " USD"));
        return sums;
    }

    /** Accrued by journals and not taken back by invoices. */
    private void assertAccrued(String gbp) {
        long minor = world.finance().contents().values().stream()
                .filter(item -> item.kind().equals("posting"))
                .flatMap(item -> item.read().list("entries").stream())
                .filter(entry -> entry.text("postingType").equals("wipSalesValue"))
                .mapToLong(entry ->
                        Long.parseLong(entry.text("amount").replace(" GBP", "").replaceAll(".* USD", "0")))
                .sum();
        assertThat(BigDecimal.valueOf(minor, 2)).isEqualByComparingTo(gbp);
    }

    private void assertNothingWaits() {
        assertThat(world.contents().values()).allSatisfy(table -> assertThat(table.values())
                .noneMatch(item -> item.kind().equals("work")));
    }

    private static BigDecimal sum(List<JsonNode> entries, String member) {
        return entries.stream()
                .map(entry -> new BigDecimal(entry.at("/" + member + "/amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
