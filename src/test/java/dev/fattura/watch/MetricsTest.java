package dev.fattura.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    private final List<String> lines = new ArrayList<>();
    private final Metrics metrics = new Metrics("prod", "write-back", NOON, lines::add);

    @Test
    void count_isOneLineOfEmbeddedMetricFormat_withTheIdsOfTheRunAsProperties() {
        LogContext.within(
                Map.of("correlation", "e-1", "proposal", "INV-1001", "company", "USMF"),
                () -> metrics.done(Metric.PROPOSALS_WRITTEN_BACK, 1));

        assertThat(lines)
                .containsExactly(
                        "{\"_aws\":{\"Timestamp\":1769860800000,\"CloudWatchMetrics\":[{\"Namespace\":\"Fattura\","
                                + "\"Dimensions\":[[\"stage\"]],\"Metrics\":[{\"Name\":\"ProposalsWrittenBack\",\"Unit\":\"Count\"}]}]},"
                                + "\"stage\":\"prod\",\"function\":\"write-back\",\"company\":\"USMF\",\"correlation\":\"e-1\","
                                + "\"proposal\":\"INV-1001\",\"ProposalsWrittenBack\":1}");
    }

    @Test
    void lag_isInMilliseconds_fromThenToNow() {
        metrics.lag(Metric.POSTING_TO_WRITE_BACK, Instant.parse("2026-01-31T11:59:57.250Z"));

        assertThat(lines)
                .containsExactly(
                        "{\"_aws\":{\"Timestamp\":1769860800000,\"CloudWatchMetrics\":[{\"Namespace\":\"Fattura\","
                                + "\"Dimensions\":[[\"stage\"]],\"Metrics\":[{\"Name\":\"PostingToWriteBack\",\"Unit\":\"Milliseconds\"}]}]},"
                                + "\"stage\":\"prod\",\"function\":\"write-back\",\"PostingToWriteBack\":2750}");
    }

    @Test
    void lag_isNeverNegative_whateverTheClocksSay() {
        metrics.lag(Metric.POSTING_TO_WRITE_BACK, Instant.parse("2026-01-31T12:00:05Z"));

        assertThat(lines).singleElement().asString().endsWith("\"PostingToWriteBack\":0}");
    }

    @Test
    void levels_areToldInAll_andByCauseWithTheCauseAsDimension() {
        metrics.levels(Metric.IMPORT_WAITING, new TreeMap<>(Map.of("row-missing", 2L, "company-missing", 3L)));

        assertThat(lines)
                .containsExactly(
                        "{\"_aws\":{\"Timestamp\":1769860800000,\"CloudWatchMetrics\":[{\"Namespace\":\"Fattura\","
                                + "\"Dimensions\":[[\"stage\"]],\"Metrics\":[{\"Name\":\"ImportWaiting\",\"Unit\":\"Count\"}]}]},"
                                + "\"stage\":\"prod\",\"function\":\"write-back\",\"ImportWaiting\":5}",
                        "{\"_aws\":{\"Timestamp\":1769860800000,\"CloudWatchMetrics\":[{\"Namespace\":\"Fattura\","
                                + "\"Dimensions\":[[\"stage\",\"cause\"]],\"Metrics\":[{\"Name\":\"ImportWaiting\",\"Unit\":\"Count\"}]}]},"
                                + "\"stage\":\"prod\",\"cause\":\"company-missing\",\"function\":\"write-back\",\"ImportWaiting\":3}",
                        "{\"_aws\":{\"Timestamp\":1769860800000,\"CloudWatchMetrics\":[{\"Namespace\":\"Fattura\","
                                + "\"Dimensions\":[[\"stage\",\"cause\"]],\"Metrics\":[{\"Name\":\"ImportWaiting\",\"Unit\":\"Count\"}]}]},"
                                + "\"stage\":\"prod\",\"cause\":\"row-missing\",\"function\":\"write-back\",\"ImportWaiting\":2}");
    }

    @Test
    void nothing_isToldAsALevel_butNotAsACount() {
        metrics.done(Metric.LINES_CROSSED, 0);
        assertThat(lines).isEmpty();

        metrics.level(Metric.SYNC_ERRORS_OPEN, 0);
        metrics.levels(Metric.IMPORT_WAITING, Map.of());
        assertThat(lines).hasSize(2).allMatch(line -> line.endsWith(":0}"));
    }

    @Test
    void names_areDifferent_andInTheFormOfCloudWatch() {
        assertThat(Stream.of(Metric.values()).map(Metric::text))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("([A-Z][a-z]+)+"));
    }
}
