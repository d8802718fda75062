package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines that are edited on the draft, all the way to the books: both sides hold the same sums (domain.md 2.3, 2.13). */
class EditedLinesTest {

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void draft() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.approveFourHours();
        scenario.draftCohoFromBacklog();
    }

    @Test
    void reducedLine_isInvoicedAtWhatItSays_andNothingIsLeftAccrued() {
        String detail = world.call(200, "GET", "/invoices/INV-1001", null).at("/lines/0/detail");
        world.call(
                200,
                "PATCH",
                "/invoices/INV-1001/lines/" + detail,
                "{\"quantity\":\"3\",\"description\":\"Cellar survey, half price\"}",
                "if-match",
                scenario.version("INV-1001"));
        assertThat(world.call(200, "GET", "/invoices/INV-1001", null).at("/total/amount"))
                .isEqualTo("750.00");
        JsonNode preview =
                world.call(200, "GET", "/invoices/INV-1001/preview", null).body();
        JsonNode confirmed = scenario.confirm("INV-1001").body();
        assertThat(preview.at("/controlTotals")).isEqualTo(confirmed.at("/controlTotals"));

        settle();

        World.Answer proposal = world.call(200, "GET", "/proposals/INV-1001", null);
        assertThat(proposal.at("/status")).isEqualTo("posted");
        assertThat(proposal.at("/customerInvoice/amount/amount")).isEqualTo("750.00");
        assertThat(proposal.body().at("/lines").findValuesAsText("billingType"))
                .containsExactlyInAnyOrder("chargeable", "nonChargeable");
        assertThat(accrued("INV-1001", "161300")).isEqualByComparingTo("0.00");
        assertThat(accrued("INV-1001", "420200")).isEqualByComparingTo("0.00");
    }

    @Test
    void describedLine_keepsTheCategoryOfItsWork() {
        world.call(
                200,
                "POST",
                "/approvals",
                """
                {"transactions":[{"transaction":"TE-2","class":"time","contract":"ORD-1001","line":"1","project":"PRJ-1",
                  "date":"2026-01-05","quantity":"4","unit":"hour","costPrice":{"amount":"120.00","currency":"USD"},
                  "salesPrice":{"amount":"250.00","currency":"GBP"},"billingType":"chargeable","category":"Wine"}]}
                """);
        scenario.draftAgain("INV-1002");
        String detail = world.call(200, "GET", "/invoices/INV-1002", null).at("/lines/0/detail");
        world.call(
                200,
                "PATCH",
                "/invoices/INV-1002/lines/" + detail,
                "{\"description\":\"Tasting\"}",
                "if-match",
                scenario.version("INV-1002"));
        scenario.confirm("INV-1002");
        assertThat(world.call(200, "GET", "/actuals?invoice=INV-1002", null)
                        .body()
                        .findValuesAsText("category"))
                .isNotEmpty()
                .containsOnly("Wine")
                .hasSameSizeAs(world.call(200, "GET", "/actuals?invoice=INV-1002", null)
                        .body()
                        .get("actuals"));
    }

    @Test
    void enteredLine_waitsForItsJournal_andIsThenInvoiced() {
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
        world.deliver(World.Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        settle();
        assertThat(world.call(200, "GET", "/proposals/INV-1001", null).at("/customerInvoice/amount/amount"))
                .isEqualTo("1500.00");
        assertThat(accrued("INV-1001", "161300")).isEqualByComparingTo("0.00");
    }

    @Test
    void bulkConfirmation_isAcceptedAndSaysHowFarItIs() {
        World.Answer accepted = world.call(
                202,
                "POST",
                "/invoices/confirm",
                "{\"invoices\":[{\"invoice\":\"INV-1001\"},{\"invoice\":\"INV-9\"}]}");
        JsonNode shown =
                world.call(200, "GET", accepted.headers().get("location"), null).body();
        assertThat(shown.at("/entries").findValuesAsText("status")).containsExactly("complete", "failed");
        assertThat(shown.at("/entries/1/cause").asText()).isEqualTo("There is no invoice INV-9.");
        assertThat(world.schedule("confirm-invoices").at("/invoices")).isEqualTo("0");
    }

    /** Until nothing changes: an edited line needs its replacement on a posted journal before the proposal gets its lines. */
    private void settle() {
        for (int round = 0; round < 4; round++) {
            world.deliver(World.Course.IN_ORDER);
            for (String schedule : List.of("import-staging", "post-journals", "post-proposals", "sweep")) {
                world.schedule(schedule);
            }
        }
    }

    /** What is left on an account of all journals and the invoice, in transaction currency. */
    private BigDecimal accrued(String invoice, String account) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int journal = 1; journal <= 3; journal++) {
            World.Answer answer = world.call("GET", "/journals/USMF-IJ-00000" + journal, null);
            if (answer.status() == 200) {
                for (JsonNode line : answer.body().at("/lines")) {
                    sum = sum.add(sum(line.at("/entries"), account));
                }
            }
        }
        return sum.add(
                sum(world.call(200, "GET", "/proposals/" + invoice, null).body().at("/entries"), account));
    }

    private static BigDecimal sum(JsonNode entries, String account) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.at("/account").asText().equals(account))
                .map(entry -> new BigDecimal(entry.at("/amount/amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
