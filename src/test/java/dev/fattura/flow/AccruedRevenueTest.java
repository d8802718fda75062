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

/** Accrued revenue against its reversal and against what is still to be invoiced (domain.md 3.13). */
class AccruedRevenueTest {

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void record() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
    }

    @Test
    void whatIsInTheBacklog_isAccruedAndOpen_andInBalance() {
        approve("TE-1", "20", "2026-01-05");
        settle();

        World.Answer january = january();

        assertThat(january.at("/clean")).isEqualTo("true");
        assertThat(sums(january))
                .isEqualTo("accrued 5000.00 takenBack 0.00 reversed 0.00 open 5000.00 backlog 5000.00 onInvoices 0.00"
                        + " toTakeBack 0.00 reversedOutside 0.00 accruedOutside 0.00 imbalance 0.00");
        assertThat(january.at("/contracts/0/open/accountingAmount/amount")).isEqualTo("6250.00");
        assertThat(january.at("/summary"))
                .isEqualTo("Company USMF: whatever is accrued is for unbilled sales that are still to be invoiced.");
    }

    @Test
    void whatIsOnAnInvoiceThatIsNotPosted_isStillOpen() {
        approve("TE-1", "20", "2026-01-05");
        settle();
        scenario.draftCohoFromBacklog();

        assertThat(sums(january()))
                .isEqualTo("accrued 5000.00 takenBack 0.00 reversed 0.00 open 5000.00 backlog 0.00 onInvoices 5000.00"
                        + " toTakeBack 0.00 reversedOutside 0.00 accruedOutside 0.00 imbalance 0.00");
    }

    @Test
    void whatIsInvoiced_isReversed_andInBalance() {
        approve("TE-1", "20", "2026-01-05");
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
        settle();

        World.Answer january = january();

        assertThat(january.at("/clean")).isEqualTo("true");
        assertThat(sums(january))
                .isEqualTo("accrued 5000.00 takenBack 0.00 reversed 5000.00 open 0.00 backlog 0.00 onInvoices 0.00"
                        + " toTakeBack 0.00 reversedOutside 0.00 accruedOutside 0.00 imbalance 0.00");
    }

    @Test
    void lineThatWasEdited_isTakenBackByAJournal_andInBalance() {
        approve("TE-1", "8", "2026-01-05");
        scenario.draftCohoFromBacklog();
        String detail = world.call(200, "GET", "/invoices/INV-1001", null).at("/lines/0/detail");
        world.call(
                200,
                "PATCH",
                "/invoices/INV-1001/lines/" + detail,
                "{\"quantity\":\"6\"}",
                "if-match",
                scenario.version("INV-1001"));
        scenario.confirm("INV-1001");
        world.deliver(World.Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        assertThat(sums(january()))
                .isEqualTo(
                        "accrued 3500.00 takenBack 2000.00 reversed 0.00 open 1500.00 backlog 0.00 onInvoices 1500.00"
                                + " toTakeBack 0.00 reversedOutside 0.00 accruedOutside 0.00 imbalance 0.00");

        settle();
        assertThat(sums(january()))
                .isEqualTo("accrued 3500.00 takenBack 2000.00 reversed 1500.00 open 0.00 backlog 0.00 onInvoices 0.00"
                        + " toTakeBack 0.00 reversedOutside 0.00 accruedOutside 0.00 imbalance 0.00");
    }

    @Test
    void whatIsInvoicedInAnotherMonth_isInBalanceInBoth() {
        approve("TE-1", "20", "2025-12-15");
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
        settle();

        assertThat(sums(ask("2025-12-01", "2025-12-31")))
                .isEqualTo("accrued 5000.00 takenBack 0.00 reversed 0.00 open 5000.00 backlog 0.00 onInvoices 0.00"
                        + " toTakeBack 0.00 reversedOutside 5000.00 accruedOutside 0.00 imbalance 0.00");
        assertThat(sums(january()))
                .isEqualTo("accrued 0.00 takenBack 0.00 reversed 5000.00 open -5000.00 backlog 0.00 onInvoices 0.00"
                        + " toTakeBack 0.00 reversedOutside 0.00 accruedOutside 5000.00 imbalance 0.00");
        assertThat(sums(ask("2025-12-01", "2026-01-31")))
                .isEqualTo("accrued 5000.00 takenBack 0.00 reversed 5000.00 open 0.00 backlog 0.00 onInvoices 0.00"
                        + " toTakeBack 0.00 reversedOutside 0.00 accruedOutside 0.00 imbalance 0.00");
    }

    @Test
    void reversalOfLessThanWasAccrued_isAnImbalance_withThePostingsThatMakeIt() {
        world.audit().waive("facts are altered by hand");
        approve("TE-1", "20", "2026-01-05");
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
        settle();
        reverseOnly("450000 GBP", "562500 USD");

        World.Answer january = january();

        assertThat(january.at("/clean")).isEqualTo("false");
        assertThat(january.at("/summary"))
                .isEqualTo("Company USMF: accrued revenue is out of balance on 1 contract;"
                        + " 1 invoice posting reversed more or less than was accrued.");
        assertThat(sums(january))
                .isEqualTo("accrued 5000.00 takenBack 0.00 reversed 4500.00 open 500.00 backlog 0.00 onInvoices 0.00"
                        + " toTakeBack 0.00 reversedOutside 0.00 accruedOutside 0.00 imbalance 500.00");
        assertThat(january.at("/imbalanceCount")).isEqualTo("1");
        JsonNode imbalance = january.body().at("/imbalances/0");
        assertThat(imbalance.at("/imbalance").toString())
                .isEqualTo("{\"amount\":{\"amount\":\"500.00\",\"currency\":\"GBP\"},"
                        + "\"accountingAmount\":{\"amount\":\"625.00\",\"currency\":\"USD\"}}");
        assertThat(imbalance.at("/accrualVoucher").asText()).isEqualTo("USMF-PV-000002");
        assertThat(imbalance.at("/invoiceVoucher").asText()).isEqualTo("USMF-PV-000003");
        assertThat(imbalance.at("/invoice").asText()).isEqualTo("INV-1001");
        assertThat(world.call(200, "GET", "/invoices/INV-1001/reconciliation", null)
                        .at("/differences/0/cause"))
                .isEqualTo("5000.00 GBP (6250.00 USD) was accrued for its unbilled sales, and the invoice reverses"
                        + " 4500.00 GBP (5625.00 USD).");
    }

    @Test
    void approvalThatIsCancelled_isToBeTakenBack_untilTheReversalIsPosted() {
        approve("TE-1", "20", "2026-01-05");
        settle();
        world.call(200, "PUT", "/companies/USMF/fiscal-periods/2026-02", "{\"status\":\"onHold\"}");
        world.call(200, "POST", "/approvals/TE-1/cancel", "{\"accountingDate\":\"2026-02-02\"}");
        settle();

        assertThat(sums(january()))
                .isEqualTo("accrued 5000.00 takenBack 0.00 reversed 0.00 open 5000.00 backlog 0.00 onInvoices 0.00"
                        + " toTakeBack 5000.00 reversedOutside 0.00 accruedOutside 0.00 imbalance 0.00");

        world.call(200, "PUT", "/companies/USMF/fiscal-periods/2026-02", "{\"status\":\"open\"}");
        settle();
        assertThat(sums(january()))
                .isEqualTo("accrued 5000.00 takenBack 0.00 reversed 0.00 open 5000.00 backlog 0.00 onInvoices 0.00"
                        + " toTakeBack 0.00 reversedOutside 5000.00 accruedOutside 0.00 imbalance 0.00");
    }

    @Test
    void accrualThatNothingExplains_isAnImbalance() {
        world.audit().waive("facts are altered by hand");
        approve("TE-1", "20", "2026-01-05");
        settle();
        Item entry = world.office().contents().values().stream()
                .filter(item -> item.kind().equals("backlog"))
                .findFirst()
                .orElseThrow();
        world.office().lose(List.of(entry.key()));

        assertThat(sums(january())).endsWith("imbalance 5000.00");
    }

    @Test
    void questionWithoutItsParts_isRefused() {
        assertThat(world.call(400, "GET", "/accrued-revenue?company=USMF&from=2026-01-01", null)
                        .at("/code"))
                .isEqualTo("member-missing");
        assertThat(world.call(404, "GET", "/accrued-revenue?company=NONE&from=2026-01-01&to=2026-01-31", null)
                        .at("/code"))
                .isEqualTo("not-found");
        assertThat(world.call(400, "GET", "/accrued-revenue?company=USMF&from=soon&to=2026-01-31", null)
                        .at("/code"))
                .isEqualTo("member-invalid");
    }

    private void approve(String transaction, String hours, String date) {
        world.call(
                200,
                "POST",
                "/approvals",
                """
                {"transactions":[{"transaction":"%s","class":"time","contract":"ORD-1001","line":"1","project":"PRJ-1",
                  "date":"%s","quantity":"%s","unit":"hour","costPrice":{"amount":"120.00","currency":"USD"},
                  "salesPrice":{"amount":"250.00","currency":"GBP"},"billingType":"chargeable","resource":"Bob"}]}
                """
                        .formatted(transaction, date, hours));
    }

    private void settle() {
        world.deliver(World.Course.IN_ORDER);
        for (String schedule : List.of("import-staging", "post-journals", "import-staging", "post-proposals")) {
            world.schedule(schedule);
        }
        world.deliver(World.Course.IN_ORDER);
    }

    /** The invoice's reversal of accrued revenue as if it had been of that amount only. */
    @SuppressWarnings("unchecked")
    private void reverseOnly(String amount, String accountingAmount) {
        Item posting = world.finance().contents().values().stream()
                .filter(item ->
                        item.kind().equals("posting") && item.key().sort().startsWith("POSTING#"))
                .findFirst()
                .orElseThrow();
        List<Object> entries = new ArrayList<>();
        for (Object stored : (List<Object>) posting.attributes().get("entries")) {
            Map<String, Object> entry = new TreeMap<>((Map<String, Object>) stored);
            if (entry.get("postingType").equals("accruedRevenueSalesValue")) {
                entry.put("amount", amount);
                entry.put("accountingAmount", accountingAmount);
            }
            entries.add(entry);
        }
        Map<String, Object> changed = new TreeMap<>(posting.attributes());
        changed.put("entries", entries);
        world.finance().putAll(List.of(new Item(posting.key(), changed)));
    }

    private World.Answer january() {
        return ask("2026-01-01", "2026-01-31");
    }

    private World.Answer ask(String from, String to) {
        return world.call(200, "GET", "/accrued-revenue?company=USMF&from=" + from + "&to=" + to, null);
    }

    private static String sums(World.Answer answer) {
        List<String> sums = new ArrayList<>();
        answer.body().at("/contracts/0").properties().forEach(member -> {
            if (member.getValue().isObject()) {
                sums.add(member.getKey() + " "
                        + member.getValue().at("/amount/amount").asText());
            }
        });
        return String.join(" ", sums);
    }
}
