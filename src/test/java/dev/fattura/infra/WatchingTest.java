package dev.fattura.infra;

import static dev.fattura.infra.Template.at;
import static dev.fattura.infra.Template.list;
import static dev.fattura.infra.Template.object;
import static dev.fattura.infra.Template.text;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An alarm on a metric that nobody tells is silent for ever, and one without a page wakes a person who does not know what to do. So the
 * metrics of the code, the dashboard, the alarms and the runbook are held against each other.
 */
class WatchingTest {

    private static final Template TEMPLATE = Template.read(Path.of("infra", "template.yaml"));
    private static final Path RUNBOOK = Path.of("docs", "runbook.md");
    private static final Pattern SEARCHED = Pattern.compile("MetricName=\"([A-Za-z]+)\"");
    private static final Pattern SECTION = Pattern.compile("(?m)^### ([a-z-]+)$");

    /** Made of the log by the filters of the template, and told by no function. */
    private static final String ERROR_LINES = "ErrorLines";

    /** Made of the log of confirm-invoice: the errors that its caller sees as a 500. */
    private static final String CONFIRMATION_DEFECTS = "ConfirmationDefects";

    /** So many metrics an alarm takes (AWS, "CloudWatch service quotas": metric math). */
    private static final int METRICS_OF_AN_ALARM = 10;

    // ---- alarms and their pages

    @Test
    void runbook_hasAPageForEachAlarm_andForNothingElse() throws IOException {
        Set<String> alarms = alarms().keySet().stream()
                .map(name -> name.substring("fattura-${Stage}-".length()))
                .collect(toCollection(TreeSet::new));

        assertThat(SECTION.matcher(Files.readString(RUNBOOK)).results().map(result -> result.group(1)))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(alarms);
    }

    @Test
    void pages_sayWhatItMeans_howToSeeWithACommand_andHowToMend() throws IOException {
        String[] pages = SECTION.split(Files.readString(RUNBOOK), -1);

        assertThat(pages).hasSize(alarms().size() + 1);
        for (int page = 1; page < pages.length; page++) {
            assertThat(pages[page].split("(?m)^## ", -1)[0])
                    .contains("**Means.**", "**See.**", "**Mend.**")
                    .containsPattern("(?m)^(aws|curl|sam) ");
        }
    }

    @Test
    void alarms_tellTheTopic_andSayWhatIsWrong() {
        assertThat(alarms().values()).hasSizeGreaterThan(20).allSatisfy(alarm -> {
            assertThat(list(alarm.get("AlarmActions")))
                    .containsExactly(Map.of(
                            "Fn::If",
                            List.of("MakesTopic", Map.of("Ref", "AlarmTopic"), Map.of("Ref", "AlarmTopicArn"))));
            assertThat(text(alarm.get("AlarmDescription"))).hasSizeGreaterThan(15);
            assertThat(alarm.get("TreatMissingData")).isIn("notBreaching", "breaching");
        });
    }

    @Test
    void alarms_coverWhatNeedsAPerson() {
        assertThat(watched())
                .contains(
                        "AWS/SQS ApproximateNumberOfMessagesVisible",
                        "AWS/SQS NumberOfMessagesSent",
                        "AWS/Lambda Errors",
                        "AWS/Lambda Throttles",
                        "AWS/Lambda IteratorAge",
                        "AWS/Lambda Duration",
                        "AWS/ApiGateway 5xx",
                        "AWS/ApiGateway Latency",
                        "Fattura SyncErrorsOpen",
                        "Fattura ControlTotalMismatches",
                        "Fattura ImportWaiting",
                        "Fattura JournalPostingWaiting",
                        "Fattura ProposalPostingWaiting",
                        "Fattura SweepFailures",
                        "Fattura ConfirmationDefects",
                        "Fattura ErrorLines");
    }

    @Test
    void functionsThatNobodyWaitsFor_haveAnAlarmOnErrors_andAFilterOnTheirLog() {
        Set<String> filtered = filters(ERROR_LINES).values().stream()
                .map(filter -> text(at(filter, "Properties", "LogGroupName", "Ref")))
                .collect(toCollection(TreeSet::new));

        assertThat(unseen()).hasSize(11).allSatisfy(export -> {
            assertThat(alarms()).containsKey("fattura-${Stage}-" + export + "-errors");
            assertThat(filtered).contains(logOf(export));
        });
        assertThat(filtered).hasSize(11);
    }

    /** A function that no alarm sums may be turned away, or cut short, for weeks without a person knowing. */
    @ParameterizedTest
    @ValueSource(strings = {"Errors", "Throttles", "Duration"})
    void functionsThatNobodyWaitsFor_areWatchedFor(String metric) {
        Set<String> watched = alarms().values().stream()
                .flatMap(alarm -> metrics(alarm).stream())
                .filter(found -> found.name().equals(metric))
                .map(found -> exportOf(found.of()))
                .collect(toCollection(TreeSet::new));

        assertThat(watched).containsAll(unseen());
    }

    @Test
    void alarms_takeNoMoreMetricsThanTheyCan() {
        alarms().forEach((name, alarm) ->
                assertThat(metrics(alarm)).as(name).hasSizeLessThanOrEqualTo(METRICS_OF_AN_ALARM));
    }

    /** A 500 is an answer, and no error of the function: only its log tells. */
    @Test
    void confirmation_isWatchedForDefects_byTheErrorsOfItsLog() {
        assertThat(filters(CONFIRMATION_DEFECTS).values()).singleElement().satisfies(filter -> assertThat(
                        text(at(filter, "Properties", "LogGroupName", "Ref")))
                .isEqualTo(logOf("confirm-invoice")));
    }

    @Test
    void filters_countTheLinesOfLevelError_byStage() {
        assertThat(TEMPLATE.resources("AWS::Logs::MetricFilter").values())
                .isNotEmpty()
                .allSatisfy(filter -> {
                    assertThat(at(filter, "Properties", "FilterPattern")).isEqualTo("{ $.level = \"ERROR\" }");
                    assertThat(list(at(filter, "Properties", "MetricTransformations")))
                            .containsExactly(Map.of(
                                    "MetricNamespace",
                                    Metrics.NAMESPACE,
                                    "MetricName",
                                    made(filter),
                                    "MetricValue",
                                    "1",
                                    "Unit",
                                    "Count",
                                    "Dimensions",
                                    List.of(Map.of("Key", "stage", "Value", "$.stage"))));
                });
    }

    @Test
    void durationAlarms_standAtFourFifthsOfTheTimeOut() {
        alarms().values().forEach(alarm -> metrics(alarm).stream()
                .filter(metric -> metric.name().equals("Duration"))
                .forEach(metric -> assertThat((Integer) alarm.get("Threshold"))
                        .as(metric.of())
                        .isEqualTo(TEMPLATE.timeoutSeconds(exportOf(metric.of())) * 800)));

        assertThat(watched()).contains("AWS/Lambda Duration");
    }

    /** The other thresholds of the checklist that ChecklistTest walks through. */
    @Test
    void alarms_ringAtTheThresholds_ofTheChecklist() {
        Map<String, Object> thresholds = Map.of(
                "Errors", 1, // percent of the calls
                "5xx", 1, // percent of the requests
                "IteratorAge", 60_000, // milliseconds
                "Throttles", 0,
                "ApproximateNumberOfMessagesVisible", 0,
                "NumberOfMessagesSent", 0);
        Map<String, Set<String>> alarmsOn = new TreeMap<>();
        alarms().forEach((name, alarm) -> metrics(alarm).stream()
                .map(Watched::name)
                .filter(thresholds::containsKey)
                .forEach(metric -> {
                    alarmsOn.computeIfAbsent(metric, on -> new TreeSet<>()).add(name);
                    assertThat(alarm.get("Threshold")).as(name).isEqualTo(thresholds.get(metric));
                    assertThat(alarm.get("ComparisonOperator")).as(name).isEqualTo("GreaterThanThreshold");
                }));

        assertThat(alarmsOn.keySet()).isEqualTo(thresholds.keySet());
        assertThat(alarmsOn.get("Errors")).hasSize(12);
        assertThat(alarmsOn.get("IteratorAge"))
                .hasSize(TEMPLATE.streamMappings().size());
    }

    /** A threshold of one is one percent only where it is compared with a percentage of the calls of the same function. */
    @Test
    void alarmsOnErrors_compareWithACallInAHundred() {
        alarms().forEach((name, alarm) -> {
            List<Watched> metrics = metrics(alarm);
            if (metrics.stream().anyMatch(metric -> Set.of("Errors", "5xx").contains(metric.name()))) {
                assertThat(list(alarm.get("Metrics")).stream().map(metric -> at(metric, "Expression")))
                        .as(name)
                        .containsAnyOf("100 * errors / invocations", "100 * errors / requests");
                assertThat(metrics).hasSize(2);
                assertThat(metrics.get(0).of())
                        .as(name)
                        .isEqualTo(metrics.get(1).of());
            }
        });
    }

    // ---- the dashboard and what the code tells

    @Test
    void dashboard_showsEveryMetricThatTheCodeTells_andNoOther() {
        Set<String> told = Stream.concat(
                        Stream.of(Metric.values()).map(Metric::text), Stream.of(ERROR_LINES, CONFIRMATION_DEFECTS))
                .collect(toCollection(TreeSet::new));

        assertThat(shown(Metrics.NAMESPACE)).isEqualTo(told);
    }

    @Test
    void alarms_watchOnlyMetrics_thatTheCodeTells() {
        Set<String> told = Stream.concat(
                        Stream.of(Metric.values()).map(Metric::text), Stream.of(ERROR_LINES, CONFIRMATION_DEFECTS))
                .map(name -> Metrics.NAMESPACE + " " + name)
                .collect(toCollection(TreeSet::new));

        assertThat(watched().stream().filter(name -> name.startsWith(Metrics.NAMESPACE + " ")))
                .isNotEmpty()
                .allMatch(told::contains);
    }

    @Test
    void dashboard_showsTheFlow_fromLeftToRight() {
        List<String> steps = widgets().stream()
                .filter(widget -> widget.at("/properties/title").asText().matches("[1-5] .*"))
                .sorted((one, other) -> one.path("x").asInt() - other.path("x").asInt())
                .map(widget -> widget.at("/properties/title").asText())
                .toList();

        assertThat(steps).containsExactly("1 Confirmed", "2 Crossed", "3 Imported", "4 Posted", "5 Written back");
        assertThat(widgets().stream()
                        .filter(widget -> widget.path("y").asInt() == 1)
                        .mapToInt(widget -> widget.path("width").asInt())
                        .sum())
                .isEqualTo(24);
    }

    @Test
    void dashboard_showsErrorsAgeAndCost_ofWhatTheTemplateNames() {
        assertThat(shown("AWS/DynamoDB")).containsExactly("ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits");
        assertThat(shown("AWS/Lambda")).containsExactly("Errors", "IteratorAge");
        assertThat(shown("AWS/SQS")).containsExactly("ApproximateNumberOfMessagesVisible");
        Set<String> names = new TreeSet<>();
        TEMPLATE.exports().forEach(export -> names.add("fattura-${Stage}-" + export));
        TEMPLATE.tables().values().forEach(table -> names.add(text(at(table, "Properties", "TableName", "Fn::Sub"))));
        TEMPLATE.resources("AWS::SQS::Queue")
                .values()
                .forEach(queue -> names.add(text(at(queue, "Properties", "QueueName", "Fn::Sub"))));

        assertThat(rows())
                .filteredOn(row -> row.size() >= 4
                        && List.of("FunctionName", "TableName", "QueueName")
                                .contains(row.get(2).asText()))
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(names).contains(row.get(3).asText()));
    }

    // ---- reading

    /** A metric that an alarm looks at, and the resource that it is of. */
    private record Watched(String namespace, String name, String of) {}

    private static Map<String, Map<String, Object>> alarms() {
        Map<String, Map<String, Object>> alarms = new TreeMap<>();
        TEMPLATE.resources("AWS::CloudWatch::Alarm").values().forEach(alarm -> {
            Map<String, Object> properties = object(alarm.get("Properties"));
            alarms.put(text(at(properties, "AlarmName", "Fn::Sub")), properties);
        });
        return alarms;
    }

    /** The functions that no caller waits for. */
    private static Set<String> unseen() {
        Set<String> unseen = new TreeSet<>();
        TEMPLATE.streamMappings().forEach(mapping -> unseen.add(mapping.export()));
        TEMPLATE.schedules().forEach(schedule -> unseen.add(schedule.export()));
        TEMPLATE.queueMappings().forEach(mapping -> unseen.add(mapping.export()));
        return unseen;
    }

    private static String logOf(String export) {
        return text(at(TEMPLATE.function(export).properties(), "LoggingConfig", "LogGroup", "Ref"));
    }

    /** The filters that make this metric. */
    private static Map<String, Map<String, Object>> filters(String metric) {
        Map<String, Map<String, Object>> filters = new TreeMap<>(TEMPLATE.resources("AWS::Logs::MetricFilter"));
        filters.values().removeIf(filter -> !made(filter).equals(metric));
        return filters;
    }

    private static String made(Map<String, Object> filter) {
        return text(at(list(at(filter, "Properties", "MetricTransformations")).get(0), "MetricName"));
    }

    private static Set<String> watched() {
        return alarms().values().stream()
                .flatMap(alarm -> metrics(alarm).stream())
                .map(metric -> metric.namespace() + " " + metric.name())
                .collect(toCollection(TreeSet::new));
    }

    private static List<Watched> metrics(Map<String, Object> alarm) {
        List<Watched> found = new ArrayList<>();
        if (alarm.containsKey("MetricName")) {
            found.add(watched(alarm));
        }
        for (Object metric : list(alarm.get("Metrics"))) {
            Object stated = at(metric, "MetricStat", "Metric");
            if (stated != null) {
                found.add(watched(object(stated)));
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Watched watched(Map<String, Object> metric) {
        Object of = at(list(metric.get("Dimensions")).get(0), "Value");
        return new Watched(
                text(metric.get("Namespace")),
                text(metric.get("MetricName")),
                at(of, "Ref") == null ? Template.attributeOwner(of) : text(at(of, "Ref")));
    }

    private static String exportOf(String functionId) {
        return TEMPLATE.functions().stream()
                .filter(function -> function.id().equals(functionId))
                .findFirst()
                .orElseThrow()
                .export();
    }

    private static List<JsonNode> widgets() {
        Object body = TEMPLATE.resources("AWS::CloudWatch::Dashboard").get("FlowDashboard");
        JsonNode dashboard = Template.json(text(at(body, "Properties", "DashboardBody", "Fn::Sub")));
        List<JsonNode> widgets = new ArrayList<>();
        dashboard.path("widgets").forEach(widgets::add);
        return widgets;
    }

    private static List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        widgets().forEach(widget -> widget.at("/properties/metrics").forEach(rows::add));
        return rows;
    }

    private static Set<String> shown(String namespace) {
        Set<String> names = new TreeSet<>();
        rows().forEach(row -> {
            if (row.path(0).asText().equals(namespace)) {
                names.add(row.get(1).asText());
            }
            String expression = row.path(0).path("expression").asText();
            if (expression.contains("{" + namespace + ",")) {
                SEARCHED.matcher(expression)
                        .results()
                        .map(MatchResult::group)
                        .forEach(found -> names.add(found.substring("MetricName=\"".length(), found.length() - 1)));
            }
        });
        return names;
    }
}
