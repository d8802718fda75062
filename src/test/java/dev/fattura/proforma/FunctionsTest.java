package dev.fattura.proforma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.contract.ApproveTransactionsFunction;
import dev.fattura.contract.RecordContractFunction;
import dev.fattura.contract.RecordProjectFunction;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Office;
import dev.fattura.support.Callers;
import dev.fattura.support.InMemoryTable;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The functions of the room with the requests and answers of the API, whole. */
class FunctionsTest {

    private static final String CONTRACT =
            """
            {"company":"USMF","name":"Coho Winery","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",\
            "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"},\
            {"line":"2","name":"Cellar design","billingMethod":"fixedPrice","project":"PRJ-1","milestones":[\
            {"milestone":"M1","name":"Design accepted","amount":{"amount":"5000.00","currency":"GBP"},\
            "date":"2026-01-31","status":"readyToInvoice"}]},\
            {"line":"3","name":"Sensors","billingMethod":"product","product":"SENSOR-7","quantity":"3",\
            "price":{"amount":"250.00","currency":"GBP"},"date":"2026-01-31","status":"notReady"}]}""";
    private static final String TRANSACTIONS =
            """
            {"transactions":[{"transaction":"TE-1","class":"time","contract":"ORD-1001","line":"1","project":"PRJ-1",\
            "date":"2026-01-05","quantity":"4","unit":"hour","costPrice":{"amount":"120.00","currency":"USD"},\
            "salesPrice":{"amount":"250.00","currency":"GBP"},"billingType":"chargeable","resource":"Bob",\
            "description":"Cellar survey"}]}""";

    private final InMemoryTable table = new InMemoryTable();
    private final Office office = new Office(table);
    private final Clock clock = Clock.fixed(Instant.parse("2026-02-02T23:30:00Z"), ZoneOffset.UTC);

    @Test
    void recording_aProjectAndAContract_answersWhatIsRecorded() {
        assertThat(json(project()))
                .isEqualTo(
                        json("""
                {"project":"PRJ-1","company":"USMF","name":"Coho cellar works"}"""));

        HttpReply reply = contract();
        assertThat(reply.statusCode()).isEqualTo(200);
        ObjectNode recorded = json(reply);
        assertThat(recorded.remove("contract").asText()).isEqualTo("ORD-1001");
        assertThat(recorded).isEqualTo(json(CONTRACT));
        assertThat(contract()).isEqualTo(reply);
    }

    @Test
    void approving_answersTheActuals() {
        project();
        contract();
        HttpReply reply = approve();

        assertThat(reply.statusCode()).isEqualTo(200);
        JsonNode entry = json(reply).get("actuals").get(0);
        assertThat(entry.get("transaction").asText()).isEqualTo("TE-1");
        assertThat(entry.get("cost").asText())
                .hasSize(36)
                .isNotEqualTo(entry.get("unbilledSales").asText());
        assertThat(approve()).isEqualTo(reply);
    }

    @Test
    void drafting_answersTheInvoiceWithItsAddressAndVersion() {
        HttpReply reply = drafted();

        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(reply.headers())
                .containsEntry("location", "/invoices/INV-1001")
                .containsEntry("etag", "\"1\"");
        JsonNode invoice = json(reply);
        assertThat(invoice.get("status").asText()).isEqualTo("draft");
        assertThat(invoice.get("total")).isEqualTo(json("""
                {"amount":"6000.00","currency":"GBP"}"""));
        assertThat(invoice.get("lines")).hasSize(2);
    }

    @Test
    void editing_needsTheVersionThatWasRead() {
        drafted();
        Map<String, String> none = Map.of();
        assertThat(edit("PATCH", none, "{\"description\":\"January\"}").statusCode())
                .isEqualTo(428);
        assertThat(edit("PATCH", Map.of("if-match", "\"9\""), "{\"description\":\"January\"}")
                        .statusCode())
                .isEqualTo(412);

        HttpReply edited = edit("PATCH", Map.of("if-match", "\"1\""), "{\"description\":\"January\"}");
        assertThat(edited.headers()).containsEntry("etag", "\"2\"");
        assertThat(json(edited).get("description").asText()).isEqualTo("January");

        assertThat(json(edit("DELETE", Map.of("if-match", "\"2\""), "")))
                .isEqualTo(json("""
                {"invoice":"INV-1001","status":"deleted"}"""));
        assertThat(edit("PATCH", Map.of("if-match", "\"3\""), "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void confirming_withoutADate_takesTheUtcDateOfTheClock() {
        drafted();
        HttpReply reply = confirm("");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("etag", "\"3\"");
        JsonNode json = json(reply);
        assertThat(json.get("accountingDate").asText()).isEqualTo("2026-02-02");
        assertThat(json.get("status").asText()).isEqualTo("confirmed");
        assertThat(json.get("version").asInt()).isEqualTo(3);
        assertThat(json.get("controlTotals").get("billedSales"))
                .isEqualTo(json("""
                {"count":2,"amount":{"amount":"6000.00","currency":"GBP"}}"""));
        assertThat(json.get("controlTotals").get("unbilledSalesReversals"))
                .isEqualTo(json("""
                {"count":1,"amount":{"amount":"-1000.00","currency":"GBP"}}"""));
        assertThat(confirm("")).isEqualTo(reply);
    }

    @Test
    void confirmingAShortInvoice_isOneWrite_thatKeepsTheAnswer() {
        drafted();
        List<String> writes = new ArrayList<>();
        table.failBefore(writes::add);
        HttpReply reply = confirm("");

        assertThat(writes).containsExactly("commit INVOICE#INV-1001");
        Map<Key, Item> confirmed = table.contents();
        assertThat(confirm("")).isEqualTo(reply);
        assertThat(table.contents()).isEqualTo(confirmed);
        assertThat(json(confirm("{\"accountingDate\":\"2026-01-31\"}"))
                        .get("code")
                        .asText())
                .isEqualTo("idempotency-key-reused");
    }

    /** Also one that is faster between the reads and the write of the other. */
    @Test
    void confirmingTheSameTwiceAtOnce_givesBothTheSameAnswer() {
        drafted();
        List<HttpReply> faster = new ArrayList<>();
        table.failBefore(write -> {
            table.failBefore(any -> {});
            faster.add(confirm(""));
        });
        HttpReply slower = confirm("");

        assertThat(slower.statusCode()).isEqualTo(200);
        assertThat(faster).containsExactly(slower);
    }

    @Test
    void confirmingWhatWasRefusedUnderTheSameKey_isRefusedAgain() {
        project();
        contract();
        HttpReply refused = confirm("");
        assertThat(refused.statusCode()).isEqualTo(404);
        drafted();

        assertThat(confirm("")).isEqualTo(refused);
    }

    @Test
    void confirming_onADate_takesIt() {
        drafted();
        assertThat(json(confirm("{\"accountingDate\":\"2026-01-31\"}"))
                        .get("accountingDate")
                        .asText())
                .isEqualTo("2026-01-31");
    }

    @Test
    void malformedRequests_areRefusedWithTheirPointer() {
        project();
        contract();
        assertPointer("/lines", draft("{\"invoice\":\"I\",\"contract\":\"ORD-1001\",\"invoiceDate\":\"2026-01-31\"}"));
        assertPointer(
                "/invoice",
                draft(
                        "{\"invoice\":\"INV-0123456789-0123456789\",\"contract\":\"ORD-1001\",\"invoiceDate\":\"2026-01-31\"}"));
        assertPointer("/transactions/0/costPrice", approve(TRANSACTIONS.replace("\"time\"", "\"fee\"")));
        assertPointer("/transactions/0/billingType", approve(TRANSACTIONS.replace("chargeable", "notAvailable")));
        assertPointer("/transactions/0/quantity", approve(TRANSACTIONS.replace("\"4\"", "\"-4\"")));
    }

    private static void assertPointer(String pointer, HttpReply reply) {
        assertThat(json(reply).path("pointer").asText()).isEqualTo(pointer);
    }

    private HttpReply project() {
        return new RecordProjectFunction(office)
                .recordProject(request(
                        "PUT",
                        Map.of("project", "PRJ-1"),
                        Map.of(),
                        "{\"company\":\"USMF\",\"name\":\"Coho cellar works\"}"));
    }

    private HttpReply contract() {
        return new RecordContractFunction(office)
                .recordContract(request("PUT", Map.of("contract", "ORD-1001"), Map.of(), CONTRACT));
    }

    private HttpReply approve() {
        return approve(TRANSACTIONS);
    }

    private HttpReply approve(String body) {
        return new ApproveTransactionsFunction(office).approveTransactions(request("POST", Map.of(), Map.of(), body));
    }

    private HttpReply drafted() {
        project();
        contract();
        approve();
        return draft(
                """
                {"invoice":"INV-1001","contract":"ORD-1001","invoiceDate":"2026-01-31","fromBacklog":{"upTo":"2026-01-31"}}""");
    }

    private HttpReply draft(String body) {
        return new DraftInvoiceFunction(office).draftInvoice(request("POST", Map.of(), Map.of(), body));
    }

    private HttpReply edit(String method, Map<String, String> headers, String body) {
        return new EditInvoiceFunction(office)
                .editInvoice(request(method, Map.of("invoice", "INV-1001"), headers, body));
    }

    private HttpReply confirm(String body) {
        return new ConfirmInvoiceFunction(office, clock, Metrics.NONE)
                .confirmInvoice(request(
                        "POST",
                        Map.of("invoice", "INV-1001"),
                        Map.of("if-match", "\"1\"", "idempotency-key", "confirm-1"),
                        body));
    }

    private static Invocation request(
            String method, Map<String, String> path, Map<String, String> headers, String body) {
        return new Invocation(
                null,
                "/" + String.join("/", path.values()),
                new HashMap<>(headers),
                Map.of(),
                path,
                Callers.context(method, null),
                body,
                false,
                null);
    }

    private static ObjectNode json(HttpReply reply) {
        return json(reply.body());
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(text, malformed);
        }
    }
}
