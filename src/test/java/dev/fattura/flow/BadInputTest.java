package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input through the routes of the template: a problem with a stable code, the pointer, what to do; and nothing is written. */
class BadInputTest {

    private static final String APPROVAL =
            """
            {"transactions":[{"transaction":"TE-9","class":"time","contract":"ORD-1001","line":"1","project":"PRJ-1",
             "date":"2026-01-05","quantity":"4","unit":"hour","costPrice":{"amount":"120.00","currency":"USD"},
             "salesPrice":{"amount":"250.00","currency":"GBP"},"billingType":"chargeable"}]}
            """;

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);
    private String unbilledSales;

    @BeforeEach
    void draftOneInvoice() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.recordMixedContract();
        unbilledSales = scenario.approveFourHours().at("/actuals/0/unbilledSales");
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                // Unknown ids.
                bad(404, "not-found", null, "GET", "/invoices/INV-404", null),
                bad(404, "not-found", null, "GET", "/proposals/INV-404", null),
                bad(404, "not-found", null, "GET", "/journals/USMF-IJ-000404", null),
                bad(404, "not-found", null, "GET", "/actuals/00000000-0000-3000-8000-000000000000", null),
                bad(404, "not-found", null, "GET", "/actuals/nonsense", null),
                bad(404, "not-found", null, "GET", "/invoices/INV-404/lineage", null),
                bad(404, "not-found", null, "POST", "/journals/USMF-IJ-000404/post", null),
                bad(404, "not-found", null, "POST", "/proposals/INV-404/post", null),
                bad(
                        422,
                        "unknown-reference",
                        "/transactions/0/contract",
                        "POST",
                        "/approvals",
                        with("ORD-1001", "ORD-404")),
                bad(422, "unknown-reference", "/contract", "POST", "/invoices", draft("\"contract\":\"ORD-404\"")),
                // Malformed JSON.
                bad(400, "body-malformed", "", "POST", "/approvals", "{\"transactions\":["),
                bad(400, "body-malformed", "", "POST", "/approvals", "[]"),
                bad(400, "body-malformed", "", "POST", "/approvals", "{} {}"),
                bad(400, "body-malformed", "", "POST", "/approvals", "{\"transactions\":1,\"transactions\":2}"),
                bad(400, "body-malformed", "", "POST", "/approvals", "[".repeat(5000)),
                bad(400, "member-missing", "/transactions", "POST", "/approvals", null),
                bad(
                        400,
                        "member-unknown",
                        "/transactions/0/salePrice",
                        "POST",
                        "/approvals",
                        with("\"salesPrice\"", "\"salePrice\"")),
                bad(
                        400,
                        "member-invalid",
                        "/transactions/0/date",
                        "POST",
                        "/approvals",
                        with("2026-01-05", "2026-02-30")),
                bad(400, "member-invalid", "/transactions/0/quantity", "POST", "/approvals", with("\"4\"", "\"4e9\"")),
                bad(400, "member-invalid", "/transactions/0/quantity", "POST", "/approvals", with("\"4\"", "4")),
                // A wrong currency.
                bad(
                        422,
                        "wrong-currency",
                        "/transactions/0/salesPrice/currency",
                        "POST",
                        "/approvals",
                        with("GBP", "EUR")),
                bad(
                        400,
                        "member-invalid",
                        "/transactions/0/salesPrice/currency",
                        "POST",
                        "/approvals",
                        with("GBP", "GBX")),
                // A negative quantity.
                bad(422, "negative-value", "/transactions/0/quantity", "POST", "/approvals", with("\"4\"", "\"-4\"")),
                bad(422, "negative-value", "/transactions/0/quantity", "POST", "/approvals", with("\"4\"", "\"0\"")),
                // Too many decimals.
                bad(
                        400,
                        "too-many-decimals",
                        "/transactions/0/quantity",
                        "POST",
                        "/approvals",
                        with("\"4\"", "\"4.125\"")),
                bad(
                        400,
                        "too-many-decimals",
                        "/transactions/0/salesPrice/amount",
                        "POST",
                        "/approvals",
                        with("250.00", "250.00001")),
                bad(
                        400,
                        "too-many-decimals",
                        "/rate",
                        "PUT",
                        "/companies/USMF/exchange-rates/EUR/2026-01-01",
                        "{\"rate\":\"1.12345678901\"}"),
                // An unknown enum.
                bad(
                        400,
                        "unknown-value",
                        "/transactions/0/class",
                        "POST",
                        "/approvals",
                        with("\"time\"", "\"travel\"")),
                bad(
                        400,
                        "unknown-value",
                        "/transactions/0/billingType",
                        "POST",
                        "/approvals",
                        with("chargeable", "free")),
                // A body over the size limit.
                bad(413, "body-too-large", "", "POST", "/approvals", "{\"x\":\"" + "x".repeat(1_000_000) + "\"}"),
                // A schedule of retainers whose own ids would be too long.
                bad(
                        400,
                        "member-invalid",
                        "/schedule",
                        "POST",
                        "/contracts/ORD-1001/retainers",
                        """
                        {"schedule":"%s","description":"Monthly","amount":{"amount":"100.00","currency":"GBP"},"status":"notReady",
                         "invoiceSchedule":{"start":"2026-02-01","frequency":"monthly","count":3}}
                        """
                                .formatted("S".repeat(58))),
                // Set-up that would be larger than an item of the store may be.
                bad(
                        413,
                        "body-too-large",
                        "",
                        "PUT",
                        "/companies/USMF",
                        "{\"salesTaxGroups\":{\"" + "x".repeat(400_000) + "\":\"20\"}}"),
                bad(
                        413,
                        "body-too-large",
                        "",
                        "PUT",
                        "/companies/USMF/sales-tax",
                        "{\"categoryItemSalesTaxGroups\":{\"" + "x".repeat(400_000) + "\":\"SERV\"}}"),
                // An If-Match that is missing or is none.
                bad(428, "if-match-required", null, "POST", "/invoices/INV-1001/confirm", null),
                bad(428, "if-match-required", null, "DELETE", "/invoices/INV-1001", null),
                // A cursor that no answer gave.
                bad(
                        400,
                        "member-invalid",
                        null,
                        "GET",
                        "/confirmations/00000000-0000-3000-8000-000000000000?cursor=" + "x".repeat(2000),
                        null),
                // A proposal made or deleted in finance.
                bad(405, "proposal-one-way", null, "POST", "/proposals", "{\"proposal\":\"INV-9\"}"),
                bad(405, "proposal-one-way", null, "DELETE", "/proposals/INV-1001", null),
                bad(405, "proposal-one-way", null, "PUT", "/proposals/INV-1001", "{}"));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void request_getsAProblem_andNothingIsWritten(
            int status, String code, String pointer, String method, String path, String body) {
        scenario.draftCohoFromBacklog();
        var before = world.contents();

        Answer answer = world.call(method, path, body);

        assertProblem(answer, status, code, pointer);
        assertThat(world.contents()).isEqualTo(before);
    }

    @Test
    void lineOfAnotherContract_isRefused() {
        var before = world.contents();

        Answer answer = world.call(
                "POST",
                "/invoices",
                "{\"contract\":\"ORD-1002\",\"invoiceDate\":\"2026-01-31\",\"lines\":[{\"unbilledSales\":\""
                        + unbilledSales + "\"}]}");

        assertProblem(answer, 422, "wrong-contract", "/lines/0/unbilledSales");
        assertThat(world.contents()).isEqualTo(before);
    }

    @Test
    void confirmedInvoice_isReadOnly() {
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
        String version = scenario.version("INV-1001");
        var before = world.contents();

        assertProblem(
                world.call("POST", "/invoices/INV-1001/confirm", null, "if-match", version),
                409,
                "invoice-confirmed",
                null);
        assertProblem(
                world.call("PATCH", "/invoices/INV-1001", "{\"description\":\"x\"}", "if-match", version),
                409,
                "invoice-confirmed",
                null);
        assertProblem(
                world.call("DELETE", "/invoices/INV-1001", null, "if-match", version), 409, "invoice-confirmed", null);
        assertThat(world.contents()).isEqualTo(before);
    }

    @Test
    void draftThatChangedSinceItWasRead_isNotConfirmed() {
        scenario.draftCohoFromBacklog();
        String read = scenario.version("INV-1001");
        world.call(200, "PATCH", "/invoices/INV-1001", "{\"description\":\"January\"}", "if-match", read);
        var before = world.contents();

        assertProblem(
                world.call("POST", "/invoices/INV-1001/confirm", null, "if-match", read), 412, "invoice-changed", null);
        assertThat(world.contents()).isEqualTo(before);
    }

    @Test
    void sameKey_givesTheFirstAnswerAgain_andIsRefusedWithAnotherBody() {
        Answer first = world.call(200, "POST", "/approvals", APPROVAL, "idempotency-key", "k-1");
        var after = world.contents();

        Answer again = world.call(200, "POST", "/approvals", APPROVAL, "idempotency-key", "k-1");
        Answer other = world.call("POST", "/approvals", with("TE-9", "TE-10"), "idempotency-key", "k-1");

        assertThat(again).isEqualTo(first);
        assertProblem(other, 422, "idempotency-key-reused", null);
        assertThat(world.contents()).isEqualTo(after);
    }

    private static void assertProblem(Answer answer, int status, String code, String pointer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.at("/code")).isEqualTo(code);
        assertThat(answer.at("/status")).isEqualTo(String.valueOf(status));
        assertThat(Map.of("detail", answer.at("/detail"), "remedy", answer.at("/remedy")))
                .allSatisfy((name, sentence) -> assertThat(sentence).as(name).endsWith("."));
        assertThat(answer.body().path("pointer").asText(null)).isEqualTo(pointer);
    }

    private static String with(String what, String instead) {
        String changed = APPROVAL.replace(what, instead);
        assertThat(changed).isNotEqualTo(APPROVAL);
        return changed;
    }

    private static String draft(String contract) {
        return "{" + contract + ",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}";
    }

    private static Arguments bad(int status, String code, String pointer, String method, String path, String body) {
        return Arguments.of(status, code, pointer, method, path, body);
    }
}
