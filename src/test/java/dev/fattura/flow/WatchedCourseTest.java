package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.support.Invocations;
import dev.fattura.support.LogLines;
import dev.fattura.support.World;
import dev.fattura.support.World.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of an invoice on its way: the metrics of its steps, and whose line a log line is. */
class WatchedCourseTest {

    /** Amounts of the invoice, also in minor units, which stand for themselves: in no id, no moment, no number of a line of code. */
    private static final Pattern AMOUNT =
            Pattern.compile("(?<![\\w.-])(?<!\\w:)(1000|100000|250|25000|480|48000)(\\.00?)?(?![\\w:-])");

    private final List<String> metrics = new ArrayList<>();
    private final World world = new World(metrics::add);
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void record() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.approveFourHours();
        scenario.draftCohoFromBacklog();
        assertThat(metrics).isEmpty();
    }

    // ---- metrics

    @Test
    void confirmation_isCounted_withTheInvoiceAsProperty() {
        scenario.confirm("INV-1001");

        assertThat(metrics)
                .containsExactly(
                        "{\"_aws\":{\"Timestamp\":1769902200000,\"CloudWatchMetrics\":[{\"Namespace\":\"Fattura\","
                                + "\"Dimensions\":[[\"stage\"]],\"Metrics\":[{\"Name\":\"InvoicesConfirmed\",\"Unit\":\"Count\"}]}]},"
                                + "\"stage\":\"test\",\"function\":\"confirm-invoice\",\"correlation\":\"request-POST\",\"invoice\":\"INV-1001\","
                                + "\"InvoicesConfirmed\":1}");
    }

    @Test
    void crossing_tellsHeadersLinesAndLag() {
        scenario.confirm("INV-1001");
        metrics.clear();
        world.deliver(Course.IN_ORDER);

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "sync-header ProposalsCrossed 1 INV-1001",
                        "sync-header ConfirmationToProposal 2000 INV-1001",
                        "sync-actuals LinesCrossed 3 -");
    }

    @Test
    void crossing_isNotToldTwice_whenRecordsComeAgain() {
        scenario.confirm("INV-1001");
        world.deliver(Course.TWICE);
        List<String> once = told();
        world.deliver(Course.TWICE);

        assertThat(once).filteredOn(line -> line.contains("ProposalsCrossed")).hasSize(1);
        assertThat(told()).isEqualTo(once);
    }

    @Test
    void import_tellsWhatItMade_andWhatWaitsByCause() {
        scenario.confirm("INV-1001");
        world.deliver(Course.IN_ORDER);
        metrics.clear();
        world.schedule("import-staging");

        assertThat(told())
                .containsExactly(
                        "import-staging JournalsImported 1 -",
                        "import-staging ImportWaiting 1 -",
                        "import-staging ImportWaiting 1 - unbilled-sales-unposted",
                        "import-staging ControlTotalMismatches 0 -");
    }

    @Test
    void posting_tellsHowLongTheProposalWaited_andWriteBackHowLongItTook() {
        scenario.confirm("INV-1001");
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
        metrics.clear();
        world.schedule("post-journals");
        world.schedule("import-staging");
        world.schedule("post-proposals");
        world.deliver(Course.IN_ORDER);

        assertThat(told())
                .containsExactly(
                        "post-journals JournalPostingWaiting 0 -",
                        "post-journals JournalsPosted 1 -",
                        "import-staging ProposalsImported 1 -",
                        "import-staging ImportWaiting 0 -",
                        "import-staging ControlTotalMismatches 0 -",
                        "post-proposals ProposalPostingWaiting 0 -",
                        "post-proposals ProposalsPosted 1 -",
                        "post-proposals ProposalToPosting 0 INV-1001",
                        "write-back JournalsWrittenBack 1 -",
                        "write-back ProposalsWrittenBack 1 INV-1001",
                        "write-back PostingToWriteBack 2000 INV-1001");
    }

    /** In one metric of both, the nothing of the one would end the alarm on the other. */
    @Test
    void proposalThatWaits_isToldApartFromTheJournals_ofWhichNoneDoes() {
        scenario.confirm("INV-1001");
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.schedule("import-staging");
        world.finance().failBefore(operation -> {
            if (operation.startsWith("commit PROPOSAL#")) {
                throw new IllegalStateException("planted");
            }
        });
        metrics.clear();
        world.schedule("post-journals");
        world.schedule("post-proposals");
        mend();

        assertThat(told())
                .containsExactly(
                        "post-journals JournalPostingWaiting 0 -",
                        "post-proposals ProposalPostingWaiting 1 -",
                        "post-proposals ProposalPostingWaiting 1 - failed");
    }

    @Test
    void sweep_tellsWhatItHadToCarry_andWhatIsLeft() {
        scenario.confirm("INV-1001");
        metrics.clear();
        world.schedule("sweep");

        assertThat(told())
                .containsExactly("sweep SweepCarried 5 -", "sweep SweepFailures 0 -", "sweep SyncErrorsOpen 0 -");
    }

    // ---- log lines

    @Test
    void failedRequest_isLogged_withItsIds() {
        try (LogLines log = new LogLines()) {
            world.office().failBefore(operation -> {
                throw new IllegalStateException("planted");
            });
            world.call(500, "POST", "/invoices/INV-1001/confirm", "{}", "if-match", "\"1\"");

            assertThat(log.lines()).singleElement().satisfies(line -> {
                assertThat(line.path("timestamp").asText()).matches("20\\d\\d-\\d\\d-\\d\\dT.*Z");
                assertThat(line.path("level").asText()).isEqualTo("ERROR");
                assertThat(line.path("logger").asText()).isEqualTo("dev.fattura.runtime.Http");
                assertThat(line.path("message").asText()).isEqualTo("A request failed");
                assertThat(line.path("correlation").asText()).isEqualTo("request-POST");
                assertThat(line.path("invoice").asText()).isEqualTo("INV-1001");
                assertThat(line.path("error").asText()).isEqualTo("java.lang.IllegalStateException");
                assertThat(line.path("stack").asText()).contains("planted", "\n\tat dev.fattura.");
            });
            mend();
        }
    }

    @Test
    void failedRecord_isLogged_withItsEventAndTheInvoiceAndCompany() {
        scenario.confirm("INV-1001");
        try (LogLines log = new LogLines()) {
            world.finance().failBefore(operation -> {
                if (operation.startsWith("commit PROPOSAL#")) {
                    throw new IllegalStateException("planted");
                }
            });
            assertThatThrownBy(() -> world.deliver(Course.IN_ORDER)).hasMessageStartingWith("sync-header failed");
            mend();

            assertThat(log.lines()).singleElement().satisfies(line -> {
                assertThat(line.path("message").asText()).startsWith("Stream record ");
                assertThat(line.path("correlation").asText()).startsWith("event-");
                assertThat(line.path("invoice").asText()).isEqualTo("INV-1001");
                assertThat(line.path("company").asText()).isEqualTo("USMF");
            });
        }
    }

    @Test
    void failedDocumentOfASchedule_isLogged_withTheRunAndItself() {
        scenario.confirm("INV-1001");
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        try (LogLines log = new LogLines()) {
            world.finance().failBefore(operation -> {
                if (operation.startsWith("commit PROPOSAL#")) {
                    throw new IllegalStateException("planted");
                }
            });
            world.schedule("import-staging");
            mend();

            assertThat(log.lines()).singleElement().satisfies(line -> {
                assertThat(line.path("message").asText()).isEqualTo("Import of proposal INV-1001 failed");
                assertThat(line.path("correlation").asText()).isEqualTo("execution-import-staging");
                assertThat(line.path("proposal").asText()).isEqualTo("INV-1001");
                assertThat(line.path("company").asText()).isEqualTo("USMF");
            });
        }
    }

    @Test
    void logLines_neverNameAPersonOrAnAmount_whateverFails() {
        try (LogLines log = new LogLines()) {
            int[] calls = {0};
            world.office().failBefore(operation -> fail(calls));
            world.finance().failBefore(operation -> fail(calls));
            for (int round = 0; round < 12; round++) {
                world.call("POST", "/invoices/INV-1001/confirm", "{}", "if-match", "\"1\"");
                tryToDeliver();
                for (String schedule : List.of("import-staging", "post-journals", "post-proposals", "sweep")) {
                    world.schedule(schedule);
                }
            }

            mend();
            world.settle();

            assertThat(log.lines()).hasSizeGreaterThan(3);
            assertThat(log.text()).doesNotContain("Coho", "Bob", "250.00");
            assertThat(log.lines()).allSatisfy(line -> assertThat(toldBy(line)).doesNotContainPattern(AMOUNT));
        }
    }

    @Test
    void amountsOfTheInvoice_areFound_whereALogLineNamesThem() {
        assertThat(List.of("billed 1000 USD", "tax=480.00", "[100000]", "{\"minor\":48000}", "4 * 250"))
                .allSatisfy(told -> assertThat(told).containsPattern(AMOUNT));
        assertThat(List.of("at Http.java:480", "2026-11-24T00:43:59.480Z", "1a2b-1000-480c", "INV-1001"))
                .allSatisfy(told -> assertThat(told).doesNotContainPattern(AMOUNT));
    }

    /** All that a line says, but when: digits of a moment are those of an amount by chance. */
    private static String toldBy(JsonNode line) {
        return ((ObjectNode) line).without("timestamp").toString();
    }

    private void mend() {
        world.office().failBefore(operation -> {});
        world.finance().failBefore(operation -> {});
    }

    /** The world stops at a batch that fails; in the cloud it comes again. */
    private void tryToDeliver() {
        try {
            world.deliver(Course.IN_ORDER);
        } catch (AssertionError batchFailed) {
            assertThat(batchFailed).hasMessageContaining("batchItemFailures");
        }
    }

    private static void fail(int[] calls) {
        if (++calls[0] % 3 == 0) {
            throw new IllegalStateException("planted");
        }
    }

    /** Function, metric, value, the document that it is about, and the cause. */
    private List<String> told() {
        return metrics.stream()
                .map(Invocations::json)
                .map(line -> {
                    String name =
                            line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText();
                    JsonNode document = line.has("proposal") ? line.path("proposal") : line.path("invoice");
                    String cause = line.has("cause") ? " " + line.path("cause").asText() : "";
                    return line.path("function").asText() + " " + name + " "
                            + line.path(name).asLong() + " " + (document.isMissingNode() ? "-" : document.asText())
                            + cause;
                })
                .toList();
    }
}
