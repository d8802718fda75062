package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.store.Item;
import dev.fattura.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether an invoice is the same at every stage, when it is and when somebody has meddled (domain.md 3.4, 3.6, 3.10). */
class ReconciliationTest {

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void confirm() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.approveFourHours();
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
    }

    @Test
    void cohoWinery_isCleanInBothCurrencies_onceItIsWrittenBack() {
        travel();

        World.Answer answer = ask("INV-1001");

        assertThat(answer.at("/clean")).isEqualTo("true");
        assertThat(answer.at("/summary"))
                .isEqualTo("Invoice INV-1001 is clean: 1 billed sales over 1000.00 GBP, sales tax 0.00 GBP and"
                        + " 1000.00 GBP receivable (1250.00 USD) are the same on both sides.");
        assertThat(stages(answer))
                .containsExactly(
                        "controlTotals count 1 amount 1000.00 GBP charged 1000.00 GBP",
                        "billedSales count 1 amount 1000.00 GBP charged 1000.00 GBP",
                        "stagedRows count 1 amount 1000.00 GBP charged 1000.00 GBP",
                        "proposalLines count 1 amount 1000.00 GBP charged 1000.00 GBP salesTax 0.00 GBP",
                        "postings count 1 charged 1000.00 GBP salesTax 0.00 GBP accountingAmount 1250.00 USD"
                                + " accountingCharged 1250.00 USD",
                        "customerInvoice charged 1000.00 GBP salesTax 0.00 GBP total 1000.00 GBP",
                        "customerBalance salesTax 0.00 GBP total 1000.00 GBP accountingTotal 1250.00 USD",
                        "accountingDetails count 1 salesTax 0.00 GBP accountingAmount 1250.00 USD",
                        "proforma charged 1000.00 GBP salesTax 0.00 GBP total 1000.00 GBP");
        assertThat(answer.at("/pending")).isEqualTo("[]");
        assertThat(unbilledSales(answer)).isEqualTo("taken 1 1000.00 written 1 -1000.00 open 0 0.00 net 0.00");
        assertThat(accrued(answer)).isEqualTo("1000.00 GBP 1250.00 USD, open 0.00 GBP 0.00 USD");
        assertThat(answer.at("/voucher/entries")).isEqualTo("4");
        assertThat(answer.at("/voucher/accountingAmount/amount")).isEqualTo("0.00");
    }

    @Test
    void mixedInvoice_isClean_withSalesTaxAndLinesThatAreNotCharged() {
        scenario.recordMixedContract();
        scenario.approveMixed();
        scenario.draftMixedFromBacklog();
        scenario.confirm("INV-1002");
        travel();

        World.Answer answer = ask("INV-1002");

        assertThat(answer.at("/status")).isEqualTo("clean");
        assertThat(stages(answer))
                .contains(
                        "controlTotals count 8 amount 7750.00 GBP charged 7250.00 GBP",
                        "proposalLines count 8 amount 7750.00 GBP charged 7250.00 GBP salesTax 1450.00 GBP",
                        "postings count 8 charged 7250.00 GBP salesTax 1450.00 GBP accountingAmount 9687.50 USD"
                                + " accountingCharged 9062.50 USD",
                        "customerBalance salesTax 1450.00 GBP total 8700.00 GBP accountingTotal 10875.00 USD");
        assertThat(unbilledSales(answer)).isEqualTo("taken 6 2000.00 written 6 -2000.00 open 0 0.00 net 0.00");
        assertThat(accrued(answer)).isEqualTo("1500.00 GBP 1875.00 USD, open 0.00 GBP 0.00 USD");
        assertThat(answer.at("/voucher/entries")).isEqualTo("16");
    }

    @Test
    void invoiceOnItsWay_isOpen_withWhatIsStillToCome() {
        assertThat(ask("INV-1001").at("/pending"))
                .isEqualTo("[\"stagedRows\",\"proposalLines\",\"postings\",\"customerInvoice\",\"customerBalance\","
                        + "\"accountingDetails\",\"proforma\"]");
        world.deliver(World.Course.IN_ORDER);
        for (String schedule : List.of("import-staging", "post-journals", "import-staging")) {
            world.schedule(schedule);
        }
        World.Answer open = ask("INV-1001");
        assertThat(open.at("/status")).isEqualTo("open");
        assertThat(open.at("/clean")).isEqualTo("false");
        assertThat(open.at("/differences")).isEqualTo("[]");
        assertThat(open.at("/summary"))
                .isEqualTo("Invoice INV-1001 is on its way: what is there agrees; still to come are postings,"
                        + " customerInvoice, customerBalance, accountingDetails, proforma.");
    }

    @Test
    void editedLine_isClean_andNothingOfTheUnbilledSalesIsLeft() {
        scenario.recordMixedContract();
        scenario.approveMixed();
        scenario.draftMixedFromBacklog();
        String detail = detailOf("INV-1002", "500.00");
        world.call(
                200,
                "PATCH",
                "/invoices/INV-1002/lines/" + detail,
                "{\"quantity\":\"1\"}",
                "if-match",
                scenario.version("INV-1002"));
        scenario.confirm("INV-1002");
        travel();

        World.Answer answer = ask("INV-1002");

        assertThat(answer.at("/differences")).isEqualTo("[]");
        assertThat(answer.at("/status")).isEqualTo("clean");
        assertThat(unbilledSales(answer)).isEqualTo("taken 6 2000.00 written 10 -2000.00 open 0 0.00 net 0.00");
    }

    @Test
    void stagedRowThatIsGone_isADifference_onceTheLinesAreMade() {
        world.audit().waive("facts are altered by hand");
        travel();
        Item row = finance("stagedActual", "billedSales");
        world.finance().lose(List.of(row.key()));

        World.Answer answer = ask("INV-1001");

        assertThat(answer.at("/status")).isEqualTo("different");
        assertThat(answer.at("/summary")).isEqualTo("Invoice INV-1001 does not reconcile: 4 differences.");
        assertThat(differences(answer))
                .containsExactly(
                        "staged-row-missing: Billed sales over 1000.00 GBP have no staged row.",
                        "sums-differ: count is 1 at controlTotals and 0 at stagedRows.",
                        "sums-differ: amount is 1000.00 GBP at controlTotals and 0.00 GBP at stagedRows.",
                        "sums-differ: charged is 1000.00 GBP at controlTotals and 0.00 GBP at stagedRows.");
        assertThat(answer.at("/differences/0/actual")).isEqualTo(row.text("actual"));
    }

    @Test
    void alteredAmounts_areNamedAtTheirStage() {
        world.audit().waive("facts are altered by hand");
        travel();
        change(finance("stagedActual", "billedSales"), "quantity", "5");
        change(financeOfKind("proposalLine"), "amount", "99900 GBP");

        assertThat(differences(ask("INV-1001")))
                .containsExactly(
                        "staged-row-unlike: The office has quantity 4, the staged row has 5.",
                        "proposal-line-unlike: The office has amount 1000.00 GBP, the proposal line has 999.00 GBP.",
                        "sums-differ: amount is 1000.00 GBP at controlTotals and 999.00 GBP at proposalLines.",
                        "sums-differ: charged is 1000.00 GBP at controlTotals and 999.00 GBP at proposalLines.");
    }

    @Test
    void factsOfNoBilledSales_areNamed() {
        world.audit().waive("facts are altered by hand");
        travel();
        Item row = finance("stagedActual", "billedSales");
        Map<String, Object> copy = new TreeMap<>(row.attributes());
        String stranger = "11111111-1111-4111-8111-111111111111";
        copy.put("actual", stranger);
        world.finance()
                .putAll(List.of(new Item(new dev.fattura.store.Key(row.key().partition(), "ROW#" + stranger), copy)));

        World.Answer answer = ask("INV-1001");

        assertThat(differences(answer))
                .contains("staged-row-extra: A staged row is of no billed sales of the invoice.")
                .contains("sums-differ: count is 1 at controlTotals and 2 at stagedRows.");
        assertThat(answer.at("/differences/0/actual")).isEqualTo(stranger);
    }

    @Test
    void writeBackThatContradictsThePosting_isNamed() {
        world.audit().waive("facts are altered by hand");
        travel();
        Item detail = world.office().contents().values().stream()
                .filter(item -> item.kind().equals("accountingDetail")
                        && item.text("voucher").equals("USMF-PV-000003"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> changed = new TreeMap<>(detail.attributes());
        changed.put("accountingAmount", "125001 USD");
        world.office().putAll(List.of(new Item(detail.key(), changed)));

        assertThat(differences(ask("INV-1001")))
                .containsExactly(
                        "accounting-detail-unlike: Finance has accounting amount 1250.00 USD, the accounting detail of the"
                                + " actual has 1250.01 USD.",
                        "sums-differ: accountingAmount is 1250.00 USD at postings and 1250.01 USD at accountingDetails.");
    }

    @Test
    void period_hasARowForEachInvoice_andSumsByCurrency() {
        travel();
        scenario.recordMixedContract();
        scenario.approveMixed();
        scenario.draftMixedFromBacklog();
        scenario.confirm("INV-1002");
        world.deliver(World.Course.IN_ORDER);

        World.Answer january = period("2026-01-01", "2026-01-31", "");

        assertThat(january.at("/clean")).isEqualTo("false");
        assertThat(january.at("/invoices/0/invoice")).isEqualTo("INV-1001");
        assertThat(january.at("/invoices/0/status")).isEqualTo("clean");
        assertThat(january.at("/invoices/0/accountingTotal/amount")).isEqualTo("1250.00");
        assertThat(january.at("/invoices/1/invoice")).isEqualTo("INV-1002");
        assertThat(january.at("/invoices/1/status")).isEqualTo("open");
        assertThat(january.at("/totals"))
                .isEqualTo("[{\"currency\":\"GBP\",\"confirmed\":{\"count\":2,\"charged\":{\"amount\":\"8250.00\","
                        + "\"currency\":\"GBP\"}},\"posted\":1,\"writtenBack\":1,"
                        + "\"charged\":{\"amount\":\"1000.00\",\"currency\":\"GBP\"},"
                        + "\"salesTax\":{\"amount\":\"0.00\",\"currency\":\"GBP\"},"
                        + "\"total\":{\"amount\":\"1000.00\",\"currency\":\"GBP\"},"
                        + "\"customerBalance\":{\"amount\":{\"amount\":\"1000.00\",\"currency\":\"GBP\"},"
                        + "\"accountingAmount\":{\"amount\":\"1250.00\",\"currency\":\"USD\"}},"
                        + "\"notPosted\":{\"amount\":\"7250.00\",\"currency\":\"GBP\"},"
                        + "\"difference\":{\"amount\":\"0.00\",\"currency\":\"GBP\"}}]");
    }

    @Test
    void period_isReadPageByPage_andByDay() {
        scenario.recordMixedContract();
        scenario.approveMixed();
        scenario.draftMixedFromBacklog();
        scenario.confirm("INV-1002");
        travel();

        World.Answer first = period("2026-01-01", "2026-02-28", "&limit=1");
        World.Answer second = period("2026-01-01", "2026-02-28", "&limit=1&cursor=" + first.at("/next"));

        assertThat(first.at("/invoices/0/invoice")).isEqualTo("INV-1001");
        assertThat(second.at("/invoices/0/invoice")).isEqualTo("INV-1002");
        assertThat(second.body().has("totals")).isFalse();
        assertThat(second.body().has("next")).isFalse();
        assertThat(period("2026-01-01", "2026-01-30", "").at("/invoices")).isEqualTo("[]");
        assertThat(period("2026-02-01", "2026-02-28", "").at("/totals")).isEqualTo("[]");
    }

    @Test
    void period_showsWhatTheFirstDifferenceIs() {
        world.audit().waive("facts are altered by hand");
        travel();
        change(financeOfKind("proposalLine"), "salesTax", "100 GBP");

        World.Answer january = period("2026-01-01", "2026-01-31", "");

        assertThat(january.at("/invoices/0/status")).isEqualTo("different");
        assertThat(january.at("/invoices/0/firstDifference/cause"))
                .isEqualTo("The billed sales have sales tax 1.00 GBP, the posting has 0.00 GBP.");
    }

    @Test
    void whatCannotBeReconciled_isRefused() {
        assertThat(world.call(404, "GET", "/invoices/INV-9/reconciliation", null)
                        .at("/code"))
                .isEqualTo("not-found");
        assertThat(world.call(400, "GET", "/invoices/INV-1001/reconciliation?cursor=MHwxLjI", null)
                        .at("/code"))
                .isEqualTo("member-invalid");
        assertThat(world.call(400, "GET", "/reconciliation?company=USMF&from=2026-01-01", null)
                        .at("/code"))
                .isEqualTo("member-missing");
        assertThat(world.call(400, "GET", "/reconciliation?company=USMF&from=2026-02-01&to=2026-01-31", null)
                        .at("/code"))
                .isEqualTo("member-invalid");
        assertThat(world.call(400, "GET", "/reconciliation?company=USMF&from=2024-01-01&to=2026-01-31", null)
                        .at("/code"))
                .isEqualTo("member-invalid");
        assertThat(world.call(404, "GET", "/reconciliation?company=NONE&from=2026-01-01&to=2026-01-31", null)
                        .at("/code"))
                .isEqualTo("not-found");
    }

    private void travel() {
        world.deliver(World.Course.IN_ORDER);
        for (String schedule : List.of("import-staging", "post-journals", "import-staging", "post-proposals")) {
            world.schedule(schedule);
        }
        world.deliver(World.Course.IN_ORDER);
    }

    private World.Answer ask(String invoice) {
        return world.call(200, "GET", "/invoices/" + invoice + "/reconciliation", null);
    }

    private World.Answer period(String from, String to, String more) {
        return world.call(200, "GET", "/reconciliation?company=USMF&from=" + from + "&to=" + to + more, null);
    }

    private String detailOf(String invoice, String amount) {
        for (JsonNode line :
                world.call(200, "GET", "/invoices/" + invoice, null).body().at("/lines")) {
            if (line.at("/amount/amount").asText().equals(amount)
                    && line.at("/class").asText().equals("time")) {
                return line.at("/detail").asText();
            }
        }
        throw new AssertionError("No line over " + amount);
    }

    private Item finance(String kind, String type) {
        return world.finance().contents().values().stream()
                .filter(item -> item.kind().equals(kind) && item.text("type").equals(type))
                .findFirst()
                .orElseThrow();
    }

    private Item financeOfKind(String kind) {
        return world.finance().contents().values().stream()
                .filter(item -> item.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private void change(Item item, String attribute, Object value) {
        Map<String, Object> changed = new TreeMap<>(item.attributes());
        changed.put(attribute, value);
        world.finance().putAll(List.of(new Item(item.key(), changed)));
    }

    private static List<String> stages(World.Answer answer) {
        List<String> stages = new ArrayList<>();
        for (JsonNode stage : answer.body().at("/stages")) {
            StringBuilder text = new StringBuilder(stage.at("/stage").asText());
            stage.properties().forEach(member -> {
                if (!member.getKey().equals("stage")) {
                    text.append(' ').append(member.getKey()).append(' ').append(value(member.getValue()));
                }
            });
            stages.add(text.toString());
        }
        return stages;
    }

    private static String value(JsonNode value) {
        return value.isObject()
                ? value.at("/amount").asText() + " " + value.at("/currency").asText()
                : value.asText();
    }

    private static List<String> differences(World.Answer answer) {
        List<String> differences = new ArrayList<>();
        answer.body()
                .at("/differences")
                .forEach(difference -> differences.add(difference.at("/code").asText() + ": "
                        + difference.at("/cause").asText()));
        return differences;
    }

    private static String unbilledSales(World.Answer answer) {
        StringBuilder text = new StringBuilder();
        for (String member : List.of("taken", "written", "open")) {
            text.append(member)
                    .append(' ')
                    .append(answer.at("/unbilledSales/" + member + "/count"))
                    .append(' ')
                    .append(answer.at("/unbilledSales/" + member + "/amount/amount"))
                    .append(' ');
        }
        return text + "net " + answer.at("/unbilledSales/net/amount");
    }

    private static String accrued(World.Answer answer) {
        JsonNode accrued = answer.body().at("/accruedRevenue");
        return value(accrued.at("/reversed/amount")) + " " + value(accrued.at("/accrued/accountingAmount")) + ", open "
                + value(accrued.at("/open/amount")) + " " + value(accrued.at("/open/accountingAmount"));
    }
}
