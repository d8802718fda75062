package dev.fattura.infra;

import static dev.fattura.infra.Template.at;
import static dev.fattura.infra.Template.attributeOwner;
import static dev.fattura.infra.Template.list;
import static dev.fattura.infra.Template.object;
import static dev.fattura.infra.Template.text;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.infra.Template.Function;
import dev.fattura.infra.Template.Trigger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Between a stored fact and the function that must see it stands only the template: a mapping without one of these lines
 * loses records in silence, or stops its stream at the first bad one.
 */
class TemplateDeliveryTest {

    private static final Template TEMPLATE = Template.read(Path.of("infra", "template.yaml"));

    // ---- streams: a failed record is repeated, then parked, and never lost in silence

    @Test
    void streamMappings_reportFailedRecordsOneByOne_elseLambdaIgnoresThem() {
        assertThat(TEMPLATE.streamMappings()).isNotEmpty().allSatisfy(mapping -> assertThat(
                        list(mapping.properties().get("FunctionResponseTypes")))
                .as(mapping.export())
                .containsExactly("ReportBatchItemFailures"));
    }

    @Test
    void streamMappings_giveUp_afterBoundedRetries() {
        assertThat(TEMPLATE.streamMappings()).isNotEmpty().allSatisfy(mapping -> assertThat(
                        number(mapping, "MaximumRetryAttempts"))
                .as(mapping.export())
                .isBetween(1, 100));
    }

    @Test
    void streamMappings_giveUp_whileTheStreamStillRemembers() {
        assertThat(TEMPLATE.streamMappings()).isNotEmpty().allSatisfy(mapping -> assertThat(
                        number(mapping, "MaximumRecordAgeInSeconds"))
                .as(mapping.export())
                .isBetween(60, 24 * 60 * 60 - 1));
    }

    @Test
    void streamMappings_halveTheBatch_thatThrows() {
        assertThat(TEMPLATE.streamMappings()).isNotEmpty().allSatisfy(mapping -> assertThat(
                        mapping.properties().get("BisectBatchOnFunctionError"))
                .as(mapping.export())
                .isEqualTo(true));
    }

    @Test
    void streamMappings_startAtTheOldestRecord_soThatNoneIsMissed() {
        assertThat(TEMPLATE.streamMappings()).isNotEmpty().allSatisfy(mapping -> {
            assertThat(mapping.properties().get("StartingPosition"))
                    .as(mapping.export())
                    .isEqualTo("TRIM_HORIZON");
            assertThat(number(mapping, "BatchSize")).isBetween(1, 1_000);
            assertThat(number(mapping, "MaximumBatchingWindowInSeconds")).isBetween(0, 300);
        });
    }

    @Test
    void streamMappings_parkWhatTheyGiveUp_inAQueueTheirRoleMaySendTo() {
        assertThat(TEMPLATE.streamMappings()).isNotEmpty().allSatisfy(mapping -> {
            Object destination = at(mapping.properties(), "DestinationConfig", "OnFailure");
            assertThat(at(destination, "Type")).as(mapping.export()).isEqualTo("SQS");
            String queue = attributeOwner(at(destination, "Destination"));
            assertThat(TEMPLATE.resources("AWS::SQS::Queue")).containsKey(queue);
            assertThat(Template.queuesSentTo(TEMPLATE.statements(TEMPLATE.function(mapping.export()))))
                    .containsExactly(queue);
        });
    }

    @Test
    void streamMappings_mayRead_theStreamTheyName() {
        assertThat(TEMPLATE.streamMappings()).isNotEmpty().allSatisfy(mapping -> {
            Object stream = mapping.properties().get("Stream");
            assertThat(TEMPLATE.statements(TEMPLATE.function(mapping.export())))
                    .as(mapping.export())
                    .anySatisfy(statement -> {
                        assertThat(statement.get("Resource")).isEqualTo(stream);
                        assertThat(list(statement.get("Action")))
                                .containsExactlyInAnyOrder(
                                        "dynamodb:DescribeStream",
                                        "dynamodb:GetRecords",
                                        "dynamodb:GetShardIterator",
                                        "dynamodb:ListStreams");
                    });
        });
    }

    @Test
    void streams_haveTwoReadersAtMost_eachTheAgreedOnes() {
        Map<String, Set<String>> readers = new TreeMap<>();
        TEMPLATE.streamMappings().forEach(mapping -> readers.computeIfAbsent(
                        attributeOwner(mapping.properties().get("Stream")), table -> new TreeSet<>())
                .add(mapping.export()));

        assertThat(readers)
                .isEqualTo(Map.of(
                        "OfficeTable", Set.of("sync-header", "sync-actuals"), "FinanceTable", Set.of("write-back")));
        assertThat(TEMPLATE.streamMappings()).hasSize(3);
    }

    @Test
    void streamFilters_letThrough_exactlyTheAgreedItems() {
        assertThat(filters("sync-header"))
                .containsExactly(
                        quoted("{'eventName':['INSERT'],'dynamodb':{'NewImage':{'kind':{'S':['contract']}}}}"),
                        quoted("{'dynamodb':{'NewImage':{'kind':{'S':['invoice']},'status':{'S':['confirmed']}}}}"));
        assertThat(filters("sync-actuals"))
                .containsExactly(
                        quoted("{'eventName':['INSERT'],'dynamodb':{'NewImage':"
                                + "{'kind':{'S':['actual']},'skipSync':{'BOOL':[false]}}}}"),
                        quoted("{'eventName':['INSERT'],'dynamodb':{'NewImage':{'kind':{'S':['actuals']}}}}"));
        assertThat(filters("write-back"))
                .containsExactly(quoted("{'dynamodb':{'NewImage':"
                        + "{'kind':{'S':['journal','proposal']},'status':{'S':['posted']}}}}"));
    }

    @Test
    void streamFilters_areFiveAtMost_perMapping() {
        assertThat(TEMPLATE.streamMappings()).isNotEmpty().allSatisfy(mapping -> assertThat(filters(mapping.export()))
                .hasSizeBetween(1, 5));
    }

    // ---- schedules: a call that cannot be made, or fails, is repeated and then parked

    @Test
    void schedules_retryWithinBounds_andParkTheCallAfterwards() {
        assertThat(TEMPLATE.schedules()).isNotEmpty().allSatisfy(schedule -> {
            Object retry = schedule.properties().get("RetryPolicy");
            assertThat((Integer) at(retry, "MaximumRetryAttempts"))
                    .as(schedule.export())
                    .isBetween(1, 185);
            assertThat((Integer) at(retry, "MaximumEventAgeInSeconds")).isBetween(60, 86_400);
            String queue = attributeOwner(at(schedule.properties(), "DeadLetterConfig", "Arn"));
            assertThat(TEMPLATE.resources("AWS::SQS::Queue")).containsKey(queue);
            assertThat(Template.queuesSentTo(Template.statements(scheduleRole(schedule))))
                    .containsExactly(queue);
        });
    }

    @Test
    void schedules_start_exactlyTheAgreedFunctions() {
        assertThat(TEMPLATE.schedules().stream().map(Trigger::export))
                .containsExactlyInAnyOrder(
                        "confirm-invoices",
                        "finish-invoices",
                        "draft-scheduled",
                        "sweep",
                        "import-staging",
                        "post-journals",
                        "post-proposals");
    }

    @Test
    void schedules_sayInTheirInput_whichFunctionTheyStart() {
        assertThat(TEMPLATE.schedules()).isNotEmpty().allSatisfy(schedule -> assertThat(
                        Template.json(text(schedule.properties().get("Input"))))
                .isEqualTo(quoted("{'source':'fattura.schedule','schedule':'" + schedule.export()
                        + "','id':'<aws.scheduler.execution-id>'}")));
    }

    @Test
    void schedules_areTold_inOneTimeZoneOfTheParameters() {
        Map<String, Object> parameters = object(at(TEMPLATE.root(), "Parameters"));

        assertThat(TEMPLATE.schedules()).isNotEmpty().allSatisfy(schedule -> {
            assertThat(parameters).containsKey(text(at(schedule.properties(), "ScheduleExpression", "Ref")));
            assertThat(text(at(schedule.properties(), "ScheduleExpressionTimezone", "Ref")))
                    .isEqualTo("ScheduleTimeZone");
            // Without a name of its own a schedule of one stage would meet that of another in the same account.
            assertThat(text(at(schedule.properties(), "Name", "Fn::Sub"))).contains("${Stage}", schedule.export());
        });
    }

    @Test
    void scheduledFunctions_parkTheCallThatFailed_forTheSchedulerDoesNotWait() {
        assertThat(TEMPLATE.schedules()).isNotEmpty().allSatisfy(schedule -> {
            Function function = TEMPLATE.function(schedule.export());
            Object invocation = function.properties().get("EventInvokeConfig");
            assertThat((Integer) at(invocation, "MaximumRetryAttempts")).isBetween(0, 2);
            assertThat((Integer) at(invocation, "MaximumEventAgeInSeconds")).isBetween(60, 21_600);
            assertThat(at(invocation, "DestinationConfig", "OnFailure", "Type")).isEqualTo("SQS");
            String queue = attributeOwner(at(invocation, "DestinationConfig", "OnFailure", "Destination"));
            assertThat(TEMPLATE.resources("AWS::SQS::Queue")).containsKey(queue);
            assertThat(Template.queuesSentTo(TEMPLATE.statements(function))).containsExactly(queue);
        });
    }

    @Test
    void scheduleRole_mayCall_theScheduledFunctionsAndNoOther() {
        Set<String> scheduled = TEMPLATE.schedules().stream()
                .map(schedule -> TEMPLATE.function(schedule.export()).id())
                .collect(toCollection(TreeSet::new));

        assertThat(TEMPLATE.schedules()).isNotEmpty().allSatisfy(schedule -> {
            Set<String> callable = new TreeSet<>();
            Template.statements(scheduleRole(schedule)).stream()
                    .filter(statement -> list(statement.get("Action")).contains("lambda:InvokeFunction"))
                    .flatMap(statement -> list(statement.get("Resource")).stream())
                    .forEach(function -> callable.add(calledFunction(function)));
            assertThat(callable).isEqualTo(scheduled);
        });
    }

    // ---- queues: what was given up is kept, and seen

    @Test
    void queues_areEncryptedAndKeepTheirMessages_asLongAsQueuesMay() {
        Map<String, Map<String, Object>> queues = TEMPLATE.resources("AWS::SQS::Queue");
        Set<String> guarded = new TreeSet<>();
        TEMPLATE.resources("AWS::SQS::QueuePolicy").values().forEach(policy -> list(at(policy, "Properties", "Queues"))
                .forEach(queue -> guarded.add(text(at(queue, "Ref")))));

        assertThat(queues.values()).isNotEmpty().allSatisfy(queue -> {
            assertThat(at(queue, "Properties", "SqsManagedSseEnabled")).isEqualTo(true);
            assertThat(at(queue, "Properties", "MessageRetentionPeriod")).isEqualTo(14 * 24 * 60 * 60);
        });
        assertThat(guarded).as("queues that refuse plain transport").isEqualTo(queues.keySet());
    }

    @Test
    void queues_raiseAnAlarm_onTheirFirstMessage() {
        Set<String> watched = TEMPLATE.resources("AWS::CloudWatch::Alarm").values().stream()
                .filter(alarm -> "AWS/SQS".equals(at(alarm, "Properties", "Namespace")))
                .filter(alarm -> Integer.valueOf(0).equals(at(alarm, "Properties", "Threshold")))
                .flatMap(alarm -> list(at(alarm, "Properties", "Dimensions")).stream())
                .map(dimension -> attributeOwner(at(dimension, "Value")))
                .collect(toCollection(TreeSet::new));

        assertThat(watched)
                .isNotEmpty()
                .isEqualTo(TEMPLATE.resources("AWS::SQS::Queue").keySet());
    }

    @Test
    void streamFailures_becomeSyncErrors_oneByOne() {
        assertThat(TEMPLATE.queueMappings()).singleElement().satisfies(mapping -> {
            assertThat(mapping.export()).isEqualTo("park-failures");
            assertThat(attributeOwner(mapping.properties().get("Queue"))).isEqualTo("StreamFailureQueue");
            assertThat(list(mapping.properties().get("FunctionResponseTypes")))
                    .containsExactly("ReportBatchItemFailures");
            assertThat(TEMPLATE.statements(TEMPLATE.function(mapping.export()))).anySatisfy(statement -> {
                assertThat(attributeOwner(statement.get("Resource"))).isEqualTo("StreamFailureQueue");
                assertThat(list(statement.get("Action")))
                        .containsExactlyInAnyOrder("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
            });
        });
    }

    /** A function itself, or its alias: {@code !Ref X.Alias}. */
    private static String calledFunction(Object reference) {
        Object alias = at(reference, "Ref");
        return alias == null ? attributeOwner(reference) : text(alias).replace(".Alias", "");
    }

    private static int number(Trigger trigger, String property) {
        assertThat(trigger.properties().get(property))
                .as("%s of %s", property, trigger.export())
                .isInstanceOf(Integer.class);
        return (Integer) trigger.properties().get(property);
    }

    private static List<JsonNode> filters(String export) {
        return TEMPLATE.streamMappings().stream()
                .filter(mapping -> mapping.export().equals(export))
                .flatMap(mapping -> list(at(mapping.properties(), "FilterCriteria", "Filters")).stream())
                .map(filter -> Template.json(text(at(filter, "Pattern"))))
                .toList();
    }

    private static Map<String, Object> scheduleRole(Trigger schedule) {
        return object(TEMPLATE.resources("AWS::IAM::Role")
                .get(attributeOwner(schedule.properties().get("RoleArn"))));
    }

    /** Expected JSON, with the quotes that read best in Java. */
    private static JsonNode quoted(String json) {
        return Template.json(json.replace('\'', '"'));
    }
}
