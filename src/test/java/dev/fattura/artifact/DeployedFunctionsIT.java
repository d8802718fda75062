package dev.fattura.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.template.Template;
import dev.fattura.local.template.TemplateReader;
import dev.fattura.support.CloudTables;
import dev.fattura.support.Events;
import dev.fattura.support.TlsFront;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every function of the built artifact, native or JVM, in a process of its own with the event that Lambda hands to it. In the order
 * of the flow, so that the Coho Winery invoice travels the whole way through the events alone.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployedFunctionsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Bytes, as docs/security.md has it. */
    private static final int LARGEST_BODY = 1_000_000;

    /** Bytes, a little less than the 6 MB that Lambda hands to a function at most. */
    private static final int LARGEST_EVENT = 6_000_000;

    private static final String ENDPOINT = "QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE";
    private static final CloudTables TABLES = new CloudTables();
    private static final Map<String, String> ENVIRONMENT = new HashMap<>();
    private static final Set<String> CALLED = new TreeSet<>();

    @BeforeAll
    static void startTables() {
        // As an environment gives them: in capitals, with underscores.
        TABLES.start()
                .forEach((name, value) ->
                        ENVIRONMENT.put(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
    }

    @AfterAll
    static void stopTables() {
        TABLES.stop();
    }

    @Test
    @Order(1)
    void setUp_isRecorded() throws IOException {
        http("record-company", 200);
        http("show-company", 200).body("body", containsString("\"lineProperties\""));
        http("record-fiscal-period", 200).body("body", containsString("closed"));
        http("record-sales-tax", 200).body("body", containsString("\"salesTaxGroupMethod\":\"contract\""));
        http("record-exchange-rate", 200);
        http("record-project", 200);
        http("record-contract", 200);
    }

    @Test
    @Order(2)
    void transactions_areApproved_andInTheBacklog() throws IOException {
        http("approve-transactions", 200).body("body", containsString("\"transaction\":\"TE-1\""));
        http("mark-backlog", 200).body("body", containsString("\"unchanged\":1"));
        http("list-backlog", 200).body("body", containsString("2026-01-05"));
        schedule("draft-scheduled").body("body", containsString("\"runsSuccessful\":0"));
    }

    @Test
    @Order(3)
    void invoice_isDraftedEditedAndConfirmed() throws IOException {
        http("draft-invoice", 201).body("headers.etag", equalTo("\"1\""));
        http("edit-invoice", 200).body("body", containsString("\"invoiceDate\":\"2026-01-31\""));
        http("preview-invoice", 200).body("body", containsString("\"controlTotals\""));
        http("confirm-invoices", 202).body("body", containsString("\"confirmation\""));
        schedule("confirm-invoices").body("body", containsString("\"invoices\":0"));
        schedule("finish-invoices").body("body", containsString("\"invoices\":0"));
        http("confirm-invoice", 200).body("body", containsString("\"status\":\"confirmed\""));
    }

    @Test
    @Order(4)
    void streams_carryHeadersAndActualsAcross() throws IOException {
        call("sync-header", "stream/sync-header").body("batchItemFailures", hasSize(0));
        call("sync-actuals", "stream/sync-actuals").body("batchItemFailures", hasSize(0));
    }

    @Test
    @Order(5)
    void schedules_importAndPost() throws IOException {
        schedule("import-staging").body("body", containsString("USMF-IJ-000001"));
        http("edit-journal", 200).body("body", containsString("\"status\":\"draft\""));
        schedule("post-journals").body("body", containsString("USMF-PV-000002"));
        schedule("import-staging").body("body", containsString("INV-1001"));
        http("edit-proposal", 200).body("body", containsString("\"dueDate\":\"2026-03-02\""));
        schedule("post-proposals").body("body", containsString("USMF-CI-000001"));
    }

    @Test
    @Order(6)
    void stream_writesBack_andTheSweepFindsOnlyTheApprovalAndTheContractToTickOff() throws IOException {
        call("write-back", "stream/write-back").body("batchItemFailures", hasSize(0));
        schedule("sweep")
                .body("body", containsString("\"headersCarried\":0,\"actualsCarried\":0,\"writeBacksDone\":0"));
    }

    /** The maps are read by every function at its start; that one of them runs shows that they are in the artifact. */
    @Test
    @Order(6)
    void maps_areRunAgain_andWhatWasGivenUpIsListed() throws IOException {
        http("control-maps", 200)
                .body("body", containsString("\"documents\":2,\"carried\":{\"failures\":[]},\"complete\":true"));
        call("park-failures", "queue/park-failures").body("batchItemFailures", hasSize(0));
        http("sync-errors", 200).body("body", containsString("batch-given-up"));
    }

    @Test
    @Order(7)
    void questions_areAnswered() throws IOException {
        http("show-contract", 200).body("body", containsString("\"name\":\"Coho Winery\""));
        http("show-invoice", 200).body("body", containsString("\"status\":\"posted\""));
        http("show-proposal", 200).body("body", containsString("USMF-CI-000001"));
        http("print-invoice", 200).body("body", startsWith("JVBERi0"));
        http("show-readiness", 200).body("body", containsString("has its 1 line and is posted"));
        http("reconcile", 200).body("body", containsString("\"status\":\"clean\""));
        http("reconcile-accrued-revenue", 200).body("body", containsString("\"clean\":true"));
        http("show-journal", 200).body("body", containsString("540100"));
        http("list-actuals", 200).body("body", containsString("USMF-PV-000003"));
        http("show-lineage", 200).body("body", containsString("customerInvoice"));
        http("list-waiting", 200).body("body", containsString("\"waiting\":[]"));
    }

    @Test
    @Order(8)
    void retainersAndCorrections_areRecordedAndDrafted() throws IOException {
        http("record-retainer", 200).body("body", containsString("\"status\":\"readyToInvoice\""));
        http("list-retainers", 200).body("body", containsString("\"retainer\":\"R1\""));
        http("refund-retainer", 422).body("body", containsString("retainer-exceeded"));
        http("revise-invoice", 201).body("body", containsString("\"corrects\":[\"INV-1001\"]"));
    }

    @Test
    @Order(9)
    void whatIsConfirmed_isEditedNoMore_andProposalsAreNotMadeInFinance() throws IOException {
        http("cancel-approval", 409).body("body", containsString("already-on-invoice"));
        http("edit-lines", 409).body("body", containsString("invoice-confirmed"));
        http("refuse-proposal", 405).body("body", containsString("proposal-one-way"));
    }

    @Test
    @Order(10)
    void everyFunctionOfTheTemplate_wasCalled() throws IOException {
        assertThat(TemplateReader.read(Path.of("infra/template.yaml")).functions())
                .extracting(Template.Function::export)
                .isNotEmpty()
                .allMatch(CALLED::contains);
    }

    @Test
    @Order(11)
    void largestBody_isRead_andALargerOneRefused() throws IOException {
        called("approve-transactions", ENVIRONMENT, withBodyOf(LARGEST_BODY))
                .statusCode(200)
                .body("statusCode", equalTo(200))
                .body("body", containsString("\"transaction\":\"TE-1\""));
        called("approve-transactions", ENVIRONMENT, withBodyOf(LARGEST_BODY + 1))
                .statusCode(200)
                .body("statusCode", equalTo(413))
                .body("body", containsString("\"code\":\"body-too-large\""));
    }

    @Test
    @Order(11)
    void largestBatch_isCarried() throws IOException {
        ObjectNode batch = (ObjectNode) JSON.readTree(Events.recorded("stream/sync-actuals"));
        ArrayNode records = (ArrayNode) batch.get("Records");
        ArrayNode many = JSON.createArrayNode();
        int times = LARGEST_EVENT / records.toString().length();
        for (int time = 0; time < times; time++) {
            many.addAll(records);
        }
        batch.set("Records", many);
        called("sync-actuals", ENVIRONMENT, batch.toString()).statusCode(200).body("batchItemFailures", hasSize(0));
    }

    @Test
    @Order(12)
    void eventThatIsNoJson_isAFunctionError() throws IOException {
        called("show-invoice", ENVIRONMENT, "{\"version\":").statusCode(500).body("errorType", notNullValue());
    }

    @Test
    @Order(12)
    void tableThatIsNotThere_failsTheSchedule_andIsA500ToACaller_whoLearnsNothingOfIt() throws IOException {
        Map<String, String> elsewhere = new HashMap<>(ENVIRONMENT);
        elsewhere.replaceAll((name, value) -> name.endsWith("_TABLE") ? "not-there" : value);
        called("post-proposals", elsewhere, Events.recorded("schedule/post-proposals"))
                .statusCode(500)
                .body("errorMessage", containsString("ResourceNotFoundException"));
        called("show-proposal", elsewhere, Events.recorded("http/show-proposal"))
                .statusCode(200)
                .body("statusCode", equalTo(500))
                .body("body", containsString("\"code\":\"defect\""))
                .body("body", not(containsString("not-there")));
    }

    /** As in the cloud; DynamoDB Local itself does not speak it. */
    @Test
    @Order(12)
    void storeThatSpeaksTls_isSpokenTo_ifItsCertificateIsTrusted(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (TlsFront store = TlsFront.before(URI.create(ENVIRONMENT.get(ENDPOINT)), folder)) {
            Map<String, String> overTls = new HashMap<>(ENVIRONMENT);
            overTls.put(ENDPOINT, store.address().toString());
            String question = Events.recorded("http/show-invoice");
            try (DeployedFunction trusting = DeployedFunction.start("show-invoice", overTls, store.trusting())) {
                trusting.receives(question).body("body", containsString("\"status\":\"posted\""));
            }
            try (DeployedFunction careful = DeployedFunction.start("show-invoice", overTls)) {
                careful.receives(question).body("statusCode", equalTo(500));
            }
        }
    }

    /** The recorded approval, its body filled up with spaces to that many bytes. */
    private static String withBodyOf(int bytes) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(Events.recorded("http/approve-transactions"));
        String body = event.get("body").asText();
        event.put("body", body + " ".repeat(bytes - body.length()));
        // The same request once more, and not its kept answer.
        ((ObjectNode) event.get("headers")).remove("idempotency-key");
        return event.toString();
    }

    private static ValidatableResponse http(String function, int status) throws IOException {
        return call(function, "http/" + function).body("statusCode", equalTo(status));
    }

    private static ValidatableResponse schedule(String function) throws IOException {
        return call(function, "schedule/" + function).body("statusCode", equalTo(200));
    }

    private static ValidatableResponse call(String function, String event) throws IOException {
        CALLED.add(function);
        return called(function, ENVIRONMENT, Events.recorded(event)).statusCode(200);
    }

    private static ValidatableResponse called(String function, Map<String, String> environment, String event)
            throws IOException {
        try (DeployedFunction deployed = DeployedFunction.start(function, environment)) {
            return deployed.receives(event);
        }
    }
}
