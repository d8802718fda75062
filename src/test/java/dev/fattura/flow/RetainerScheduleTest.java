package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import dev.fattura.support.World.Course;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Retainers that come by a schedule, and those that are agreed on a draft (domain.md 1.10). */
class RetainerScheduleTest {

    private static final String RETAINERS = "/contracts/ORD-1001/retainers";
    private static final String QUARTER = schedule("\"start\":\"2026-01-31\",\"frequency\":\"monthly\",\"count\":3");

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void record() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
    }

    @Test
    void schedule_makesARetainerForEveryRunDate_onTheLastDayOfAShortMonth() {
        Answer made = world.call(200, "POST", RETAINERS, QUARTER);

        assertThat(made.at("/schedule")).isEqualTo("RS1");
        assertThat(texts(made.body().at("/retainers"), "retainer")).containsExactly("RS1-1", "RS1-2", "RS1-3");
        assertThat(texts(made.body().at("/retainers"), "date"))
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31");
        assertThat(texts(made.body().at("/retainers"), "status")).containsOnly("readyToInvoice");
        assertThat(texts(listed(), "retainer")).containsExactly("RS1-1", "RS1-2", "RS1-3");
        assertThat(texts(listed(), "customer")).containsOnly("US-027");
    }

    @Test
    void schedule_untilAnEnd_hasNoRunDateAfterIt() {
        Answer made = world.call(
                200,
                "POST",
                RETAINERS,
                schedule("\"start\":\"2026-01-05\",\"frequency\":\"biweekly\",\"end\":\"2026-02-02\""));

        assertThat(texts(made.body().at("/retainers"), "date"))
                .containsExactly("2026-01-05", "2026-01-19", "2026-02-02");
    }

    @Test
    void eachOfThem_isInvoicedByItself_whenItIsDue() {
        world.call(200, "POST", RETAINERS, QUARTER);

        scenario.draftAgain("INV-1");

        Answer draft = world.call(200, "GET", "/invoices/INV-1", null);
        assertThat(draft.at("/lineCount")).isEqualTo("1");
        assertThat(draft.at("/total/amount")).isEqualTo("500.00");
        assertThat(texts(listed(), "status"))
                .containsExactly("customerInvoiceCreated", "readyToInvoice", "readyToInvoice");
    }

    @Test
    void schedule_askedForAgain_changesNothing() {
        world.call(200, "POST", RETAINERS, QUARTER);
        world.call(
                200,
                "PUT",
                RETAINERS + "/RS1-2",
                """
                {"description":"Quarterly advance","amount":{"amount":"500.00","currency":"GBP"},"date":"2026-02-28","status":"notReady"}""");

        Answer again = world.call(200, "POST", RETAINERS, QUARTER);

        assertThat(texts(again.body().at("/retainers"), "status"))
                .containsExactly("readyToInvoice", "notReady", "readyToInvoice");
        assertThat(listed()).hasSize(3);
    }

    @Test
    void schedule_withOtherContent_isRefused() {
        world.call(200, "POST", RETAINERS, QUARTER);

        Answer longer = world.call(409, "POST", RETAINERS, QUARTER.replace("\"count\":3", "\"count\":4"));
        Answer dearer = world.call(409, "POST", RETAINERS, QUARTER.replace("500.00", "501.00"));

        assertThat(longer.at("/code")).isEqualTo("already-recorded");
        assertThat(longer.at("/pointer")).isEqualTo("/schedule");
        assertThat(dearer.at("/code")).isEqualTo("already-recorded");
        assertThat(listed()).hasSize(3);
    }

    @Test
    void schedule_thatCannotBe_isRefused() {
        assertRefused(422, "negative-value", "/amount/amount", QUARTER.replace("500.00", "0.00"));
        assertRefused(422, "wrong-currency", "/amount/currency", QUARTER.replace("GBP", "USD"));
        assertRefused(
                422, "unknown-reference", "/line", QUARTER.replace("{\"schedule\"", "{\"line\":\"9\",\"schedule\""));
        assertRefused(400, "member-invalid", "/invoiceSchedule/count", QUARTER.replace("\"count\":3", "\"count\":49"));
        assertRefused(
                400,
                "member-invalid",
                "/invoiceSchedule/end",
                schedule("\"start\":\"2026-01-01\",\"frequency\":\"weekly\",\"end\":\"2027-01-01\""));
        assertRefused(
                400,
                "member-invalid",
                "/invoiceSchedule/end",
                schedule("\"start\":\"2026-01-01\",\"frequency\":\"weekly\""));
        assertThat(world.call(404, "POST", "/contracts/ORD-9/retainers", QUARTER)
                        .at("/code"))
                .isEqualTo("not-found");
        assertThat(listed()).isEmpty();
    }

    @Test
    void retainerAgreedOnADraft_isReadyAndOnItAtOnce_andGoesItsWholeWay() {
        scenario.approveFourHours();
        scenario.draftAgain("INV-1");

        Answer draft = add("INV-1", 1, "{\"retainers\":[" + agreed("ADV-1", "300.00") + "]}", 200);

        assertThat(draft.at("/lineCount")).isEqualTo("2");
        assertThat(draft.at("/total/amount")).isEqualTo("1300.00");
        assertThat(texts(listed(), "retainer")).containsExactly("ADV-1");
        assertThat(texts(listed(), "status")).containsExactly("customerInvoiceCreated");
        assertThat(texts(listed(), "date")).containsExactly("2026-01-31");
        scenario.confirm("INV-1");
        travel();
        JsonNode retainer = listed().get(0);
        assertThat(retainer.at("/status").asText()).isEqualTo("customerInvoicePosted");
        assertThat(retainer.at("/balance/amount").asText()).isEqualTo("300.00");
    }

    @Test
    void retainerAgreedOnADraft_isInTheBacklog_onceItsLineIsRemoved() {
        scenario.approveFourHours();
        scenario.draftAgain("INV-1");
        Answer draft = add("INV-1", 1, "{\"retainers\":[" + agreed("ADV-1", "300.00") + "]}", 200);
        String line = "";
        for (JsonNode detail : draft.body().at("/lines")) {
            line = detail.at("/class").asText().equals("retainer")
                    ? detail.at("/detail").asText()
                    : line;
        }

        world.call(200, "DELETE", "/invoices/INV-1/lines/" + line, null, "if-match", "\"2\"");

        assertThat(texts(listed(), "status")).containsExactly("readyToInvoice");
        assertThat(world.call(200, "GET", "/contracts/ORD-1001/backlog", null).at("/backlog/0/retainer"))
                .isEqualTo("ADV-1");
    }

    @Test
    void retainerAgreedOnADraft_thatCannotBe_isRefused_andNothingIsWritten() {
        scenario.approveFourHours();
        scenario.draftAgain("INV-1");
        world.call(
                200,
                "PUT",
                RETAINERS + "/R1",
                """
                {"description":"Other","amount":{"amount":"1.00","currency":"GBP"},"date":"2026-02-28","status":"notReady"}""");
        String one = agreed("ADV-1", "300.00");

        Answer twice = add("INV-1", 1, "{\"retainers\":[" + one + "," + one + "]}", 422);
        Answer known = add("INV-1", 1, "{\"retainers\":[" + one + "," + agreed("R1", "1.00") + "]}", 409);
        Answer dollars = add("INV-1", 1, "{\"retainers\":[" + one.replace("GBP", "USD") + "]}", 422);

        assertThat(twice.at("/code")).isEqualTo("duplicate-line");
        assertThat(twice.at("/pointer")).isEqualTo("/retainers/1/retainer");
        assertThat(known.at("/code")).isEqualTo("already-recorded");
        assertThat(known.at("/pointer")).isEqualTo("/retainers/1/retainer");
        assertThat(dollars.at("/code")).isEqualTo("wrong-currency");
        assertThat(dollars.at("/pointer")).isEqualTo("/retainers/0/amount/currency");
        assertThat(texts(listed(), "retainer")).containsExactly("R1");
        assertThat(world.call(200, "GET", "/invoices/INV-1", null).at("/lineCount"))
                .isEqualTo("1");
    }

    private void assertRefused(int status, String code, String pointer, String body) {
        Answer refused = world.call(status, "POST", RETAINERS, body);
        assertThat(refused.at("/code")).isEqualTo(code);
        assertThat(refused.at("/pointer")).isEqualTo(pointer);
    }

    private Answer add(String invoice, int version, String body, int status) {
        return world.call(status, "POST", "/invoices/" + invoice + "/lines", body, "if-match", "\"" + version + "\"");
    }

    private JsonNode listed() {
        return world.call(200, "GET", RETAINERS, null).body().at("/retainers");
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

    private static List<String> texts(JsonNode list, String member) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.at("/" + member).asText()));
        return texts;
    }

    private static String schedule(String dates) {
        return "{\"schedule\":\"RS1\",\"invoiceSchedule\":{" + dates
                + "},\"description\":\"Quarterly advance\",\"amount\":{\"amount\":\"500.00\",\"currency\":\"GBP\"},"
                + "\"status\":\"readyToInvoice\"}";
    }

    private static String agreed(String retainer, String amount) {
        return "{\"retainer\":\"" + retainer + "\",\"description\":\"Advance\",\"amount\":{\"amount\":\"" + amount
                + "\",\"currency\":\"GBP\"}}";
    }
}
