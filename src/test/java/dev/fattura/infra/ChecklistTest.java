package dev.fattura.infra;

import static dev.fattura.infra.Template.at;
import static dev.fattura.infra.Template.attributeOwner;
import static dev.fattura.infra.Template.list;
import static dev.fattura.infra.Template.object;
import static dev.fattura.infra.Template.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.infra.Template.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The checklist for serverless stacks, row by row, with the ids of cdk-nag and of the serverless rules. Where a row is held by another
 * test of this folder, its method says which; where it is not followed, it holds the decision that says why.
 */
class ChecklistTest {

    private static final Template TEMPLATE = Template.read(Path.of("infra", "template.yaml"));
    private static final Map<String, Object> GLOBALS = object(at(TEMPLATE.root(), "Globals", "Function"));

    // ---- least privilege: IAM4, IAM5, Serverless-StarPermissions (TemplatePermissionsTest)

    @Test
    void key_isUsable_onlyThroughDynamoDb_onlyWhereOneIsGiven_andByAllWhoUseATable() {
        assertThat(TEMPLATE.functions()).isNotEmpty().allSatisfy(function -> {
            List<Map<String, Object>> conditional = TEMPLATE.conditionalStatements(function, "UsesOwnKey");
            if (TEMPLATE.tableActions(function).isEmpty()) {
                assertThat(conditional).as(function.id()).isEmpty();
            } else {
                assertThat(conditional).as(function.id()).singleElement().satisfies(statement -> {
                    assertThat(list(statement.get("Action")))
                            .containsExactly(
                                    "kms:Decrypt",
                                    "kms:DescribeKey",
                                    "kms:Encrypt",
                                    "kms:GenerateDataKey",
                                    "kms:ReEncryptFrom",
                                    "kms:ReEncryptTo");
                    assertThat(at(statement, "Resource", "Ref")).isEqualTo("TableKeyArn");
                    assertThat(text(at(statement, "Condition", "StringEquals", "kms:ViaService", "Fn::Sub")))
                            .startsWith("dynamodb.");
                });
            }
        });
    }

    @Test
    void shiftRole_mayMoveTheAliasesOfTheShiftedFunctions_andWatchTheirAlarms_noMore() {
        Map<String, Object> role = TEMPLATE.resources("AWS::IAM::Role").get("ShiftRole");
        Set<String> moved = new TreeSet<>();
        Set<String> watched = new TreeSet<>();
        for (Map<String, Object> statement : Template.statements(role)) {
            for (Object resource : list(statement.get("Resource"))) {
                if (list(statement.get("Action")).contains("cloudwatch:DescribeAlarms")) {
                    watched.add(attributeOwner(resource));
                } else if (at(resource, "Fn::GetAtt") != null) {
                    moved.add(attributeOwner(resource));
                }
            }
        }

        assertThat(moved)
                .isEqualTo(new TreeSet<>(shifted().stream().map(Function::id).toList()));
        assertThat(watched)
                .isEqualTo(new TreeSet<>(shifted().stream()
                        .flatMap(ChecklistTest::rollbackAlarms)
                        .toList()));
    }

    // ---- API: APIG1, APIG2, APIG4, Serverless-APIGWDefaultThrottling, -AccessLogging, -StructuredLogging
    // (TemplateTest;
    // what a request may be is read in code, runtime/Request)

    @Test
    void api_hasNoWebApplicationFirewall_becauseAnHttpApiCannotHaveOne() throws IOException {
        assertThat(TEMPLATE.resources("AWS::WAFv2::WebACLAssociation")).isEmpty();
        assertThat(decisions()).contains("**No web application firewall.**");
    }

    // ---- failure paths: Serverless-LambdaEventSourceMappingDestination, LambdaAsyncFailureDestination, EventBusDLQ,
    // SQSRedrivePolicy, SQS3 (TemplateDeliveryTest)

    @Test
    void queuesThatAreWorkedOff_giveUpToTheLastOne_whichIsWatched() {
        Map<String, Map<String, Object>> queues = TEMPLATE.resources("AWS::SQS::Queue");

        assertThat(queues.entrySet())
                .filteredOn(queue -> !queue.getKey().equals("ParkedFailureQueue"))
                .isNotEmpty()
                .allSatisfy(queue -> {
                    Object redrive = at(queue.getValue(), "Properties", "RedrivePolicy");
                    assertThat(attributeOwner(at(redrive, "deadLetterTargetArn")))
                            .isEqualTo("ParkedFailureQueue");
                    assertThat((Integer) at(redrive, "maxReceiveCount")).isBetween(2, 20);
                });
    }

    // ---- data: DDB3 and what stays (TemplateTest), KMS5

    @Test
    void tables_areEncryptedByAKeyOfTheOwner_whereOneIsGiven() {
        assertThat(at(TEMPLATE.root(), "Parameters", "TableKeyArn", "Default")).isEqualTo("");
        assertThat(TEMPLATE.tables().values()).hasSize(2).allSatisfy(table -> assertThat(
                        at(table, "Properties", "SSESpecification"))
                .isEqualTo(Map.of(
                        "Fn::If",
                        List.of(
                                "UsesOwnKey",
                                Map.of(
                                        "SSEEnabled",
                                        true,
                                        "SSEType",
                                        "KMS",
                                        "KMSMasterKeyId",
                                        Map.of("Ref", "TableKeyArn")),
                                Map.of("Ref", "AWS::NoValue")))));
    }

    @Test
    void keys_areRotated() {
        assertThat(TEMPLATE.resources("AWS::KMS::Key").values()).isNotEmpty().allSatisfy(key -> assertThat(
                        at(key, "Properties", "EnableKeyRotation"))
                .isEqualTo(true));
    }

    // ---- queues and topics: SQS2, SQS4 (TemplateDeliveryTest), SNS2, SNS3

    @Test
    void topic_isEncrypted_andRefusesPlainTransport() {
        assertThat(TEMPLATE.resources("AWS::SNS::Topic").values())
                .singleElement()
                .satisfies(topic -> assertThat(at(topic, "Properties", "KmsMasterKeyId", "Ref"))
                        .isEqualTo("AlarmTopicKey"));
        assertThat(TEMPLATE.resources("AWS::SNS::TopicPolicy").values())
                .singleElement()
                .satisfies(policy -> {
                    assertThat(at(policy, "Properties", "Topics")).isEqualTo(List.of(Map.of("Ref", "AlarmTopic")));
                    assertThat(list(at(policy, "Properties", "PolicyDocument", "Statement")))
                            .anySatisfy(statement -> {
                                assertThat(at(statement, "Effect")).isEqualTo("Deny");
                                assertThat(at(statement, "Principal")).isEqualTo("*");
                                assertThat(at(statement, "Condition", "Bool", "aws:SecureTransport"))
                                        .isEqualTo("false");
                            });
                });
    }

    // ---- functions: L1, Serverless-LambdaDefaultMemorySize, -LambdaFunctionDefaultTimeout, -LambdaTracing

    @Test
    void functions_runOnACurrentRuntime_withMemoryAndTimeOutOfTheirOwn() {
        assertThat(at(GLOBALS, "Runtime", "Ref")).isEqualTo("CodeRuntime");
        assertThat(list(at(TEMPLATE.root(), "Parameters", "CodeRuntime", "AllowedValues")))
                .containsExactly("provided.al2023", "java21", "java25");
        assertThat(list(GLOBALS.get("Architectures"))).containsExactly(Map.of("Ref", "Architecture"));
        assertThat(at(TEMPLATE.root(), "Parameters", "Architecture", "Default")).isEqualTo("arm64");
        assertThat(GLOBALS.get("MemorySize")).isNotNull();
        assertThat(TEMPLATE.functions()).isNotEmpty().allSatisfy(function -> {
            boolean back = function.export().equals("write-back");
            int seconds = TEMPLATE.timeoutSeconds(function.export());
            boolean api =
                    TEMPLATE.routes().stream().anyMatch(route -> route.export().equals(function.export()));
            boolean scheduled = TEMPLATE.schedules().stream()
                    .anyMatch(schedule -> schedule.export().equals(function.export()));
            assertThat(seconds).as(function.id()).isBetween(10, scheduled || back ? 900 : api ? 29 : 60);
        });
    }

    @Test
    void functions_areNotTraced_andTheDecisionSaysWhy() throws IOException {
        assertThat(GLOBALS).doesNotContainKey("Tracing");
        assertThat(decisions()).contains("**No X-Ray.**");
    }

    @Test
    void concurrency_isReservedOnRequestOnly_andOnlyWhereNobodyWaits() throws IOException {
        assertThat(at(TEMPLATE.root(), "Parameters", "SweepConcurrency", "Default"))
                .isEqualTo(0);
        assertThat(TEMPLATE.functions())
                .filteredOn(function -> function.properties().containsKey("ReservedConcurrentExecutions"))
                .extracting(Function::export)
                .containsExactlyInAnyOrder("sweep", "draft-scheduled");
        assertThat(TEMPLATE.routes()).extracting(Template.Trigger::export).doesNotContain("sweep", "draft-scheduled");
        assertThat(decisions()).contains("**Nothing is reserved by itself.**");
    }

    /** Four fifths of a reservation of one are exceeded by every run; what did not get through is what matters. */
    @Test
    void concurrency_thatIsReserved_isWatchedByItsThrottles() throws IOException {
        String throttles = TEMPLATE.resources("AWS::CloudWatch::Alarm")
                .get("SchedulesThrottledAlarm")
                .toString();

        assertThat(TEMPLATE.functions())
                .filteredOn(function -> function.properties().containsKey("ReservedConcurrentExecutions"))
                .isNotEmpty()
                .allSatisfy(function -> assertThat(throttles).contains("{Ref=" + function.id() + "}"));
        assertThat(decisions()).contains("**No alarm on four fifths of what is reserved.**");
    }

    // ---- secrets: SMG4

    @Test
    void environment_holdsNamesOnly_andNoSecret() {
        Set<String> variables =
                new TreeSet<>(object(at(GLOBALS, "Environment", "Variables")).keySet());
        TEMPLATE.functions()
                .forEach(function -> variables.addAll(function.environment().keySet()));

        assertThat(variables).contains("FATTURA_STAGE", "QUARKUS_FUNQY_EXPORT").allSatisfy(name -> assertThat(name)
                .doesNotContainIgnoringCase("secret")
                .doesNotContainIgnoringCase("password")
                .doesNotContainIgnoringCase("token")
                .doesNotContainIgnoringCase("key"));
    }

    // ---- workflows: SF1, SF2, EVB1: there are none

    @Test
    void stack_hasNoStateMachineAndNoEventBus() {
        assertThat(TEMPLATE.resources("AWS::StepFunctions::StateMachine")).isEmpty();
        assertThat(TEMPLATE.resources("AWS::Serverless::StateMachine")).isEmpty();
        assertThat(TEMPLATE.resources("AWS::Events::EventBus")).isEmpty();
    }

    // ---- alarms: errors, throttles, duration, iterator age, queue depth (WatchingTest)

    // ---- idempotency key by source: a business key in place of the id of a delivery (CourseTest, HttpTest)

    @Test
    void repeats_areKnownByWhatTheyAreAbout_andTheDecisionSaysWhy() throws IOException {
        assertThat(decisions()).contains("**A repeat is known by what it is about**");
    }

    // ---- account: GuardDuty for Lambda, Inspector

    @Test
    void account_isWatchedByItsOwner_notByAStackOfIt() throws IOException {
        assertThat(TEMPLATE.resources().values()).isNotEmpty().allSatisfy(resource -> assertThat(
                        text(at(resource, "Type")))
                .doesNotStartWith("AWS::GuardDuty::")
                .doesNotStartWith("AWS::InspectorV2::"));
        assertThat(decisions()).contains("**GuardDuty and Inspector are switched on for the account**");
    }

    // ---- deploy: alias, canary with rollback alarms; log retention (TemplateTest)

    @Test
    void functionsOfTheFlow_shiftGradually_andGoBackOnTheirOwnAlarm() {
        assertThat(shifted())
                .extracting(Function::export)
                .containsExactlyInAnyOrder(
                        "confirm-invoice",
                        "sync-header",
                        "sync-actuals",
                        "write-back",
                        "import-staging",
                        "post-journals",
                        "post-proposals");
        assertThat(shifted()).allSatisfy(function -> {
            Object preference = function.properties().get("DeploymentPreference");
            assertThat(at(preference, "Type"))
                    .isEqualTo(Map.of("Fn::If", List.of("ShiftsGradually", "Canary10Percent5Minutes", "AllAtOnce")));
            // SAM would make a role with a managed policy.
            assertThat(attributeOwner(at(preference, "Role"))).isEqualTo("ShiftRole");
            assertThat(rollbackAlarms(function).findFirst())
                    .hasValueSatisfying(alarm -> assertThat(TEMPLATE.resources("AWS::CloudWatch::Alarm")
                                    .get(alarm)
                                    .toString())
                            .contains("{Ref=" + function.id() + "}"));
        });
        // Of a caller's 500 its errors do not tell; of the others, see infra/README.md.
        assertThat(shifted().stream().flatMap(ChecklistTest::rollbackAlarms))
                .hasSize(shifted().size() + 1)
                .contains("ConfirmInvoiceDefectsAlarm");
    }

    /** An alarm that rings already would stop the deployment that ends it: without the shift none is asked. */
    @Test
    void functionsOfTheFlow_areDeployedUnderAnAlarm_whereTheShiftIsOff() {
        assertThat(shifted()).isNotEmpty().allSatisfy(function -> assertThat(
                        list(at(function.properties(), "DeploymentPreference", "Alarms", "Fn::If")))
                .hasSize(3)
                .startsWith("ShiftsGradually")
                .endsWith(List.of(Map.of("Ref", "AWS::NoValue"))));
    }

    /** SAM does not see another value of a parameter; CloudFormation replaces a version for another description, and for nothing else here. */
    @Test
    void versions_areMadeAnew_forEachParameterThatTheyKeep() {
        assertThat(shifted()).isNotEmpty().allSatisfy(function -> {
            Map<String, Object> kept = new TreeMap<>(GLOBALS);
            kept.putAll(function.properties());
            // Neither of the function itself.
            kept.keySet().removeAll(Set.of("DeploymentPreference", "Events", "VersionDescription"));
            Set<String> parameters =
                    new TreeSet<>(object(at(TEMPLATE.root(), "Parameters")).keySet());
            parameters.removeIf(name -> !kept.toString().contains("{Ref=" + name + "}"));
            String described = text(at(function.properties(), "VersionDescription", "Fn::Sub"));

            assertThat(parameters).contains("MemoryMegabytes", "CodeRuntime", "Architecture");
            assertThat(parameters).allSatisfy(name -> assertThat(described).contains("${" + name + "}"));
        });
    }

    @Test
    void schedulesOfShiftedFunctions_mayCallTheAlias_whichIsWhatTheyCall() {
        Set<String> shifted =
                new TreeSet<>(shifted().stream().map(Function::export).toList());
        Map<String, Object> role = TEMPLATE.resources("AWS::IAM::Role").get("ScheduleRole");
        List<Object> callable = Template.statements(role).stream()
                .filter(statement -> list(statement.get("Action")).contains("lambda:InvokeFunction"))
                .flatMap(statement -> list(statement.get("Resource")).stream())
                .toList();

        assertThat(TEMPLATE.schedules()).isNotEmpty().allSatisfy(schedule -> {
            String id = TEMPLATE.function(schedule.export()).id();
            assertThat(callable)
                    .contains(
                            shifted.contains(schedule.export())
                                    ? Map.of("Ref", id + ".Alias")
                                    : Map.of("Fn::GetAtt", id + ".Arn"));
        });
    }

    @Test
    void parameters_haveADescription_andADefault() {
        object(at(TEMPLATE.root(), "Parameters")).forEach((name, parameter) -> {
            assertThat(text(at(parameter, "Description"))).as(name).hasSizeGreaterThan(10);
            // Only who may call has none: an API must not be open because somebody forgot to say.
            assertThat(at(parameter, "Default") == null).as(name).isEqualTo(name.startsWith("Token"));
        });
    }

    @Test
    void functionsWithAVersion_startFromASnapshotOnTheJvm_andNoOtherAsksForOne() {
        List<Function> fromSnapshot = TEMPLATE.functions().stream()
                .filter(function -> function.properties().containsKey("SnapStart"))
                .toList();
        assertThat(fromSnapshot).isEqualTo(shifted());
        assertThat(fromSnapshot)
                .allSatisfy(function -> assertThat(at(function.properties().get("SnapStart"), "ApplyOn"))
                        .isEqualTo(Map.of("Fn::If", List.of("RunsNative", "None", "PublishedVersions"))));
    }

    private static List<Function> shifted() {
        return TEMPLATE.functions().stream()
                .filter(function -> "live".equals(function.properties().get("AutoPublishAlias")))
                .toList();
    }

    private static Stream<String> rollbackAlarms(Function function) {
        return list(list(at(function.properties(), "DeploymentPreference", "Alarms", "Fn::If"))
                        .get(1))
                .stream()
                .map(alarm -> text(at(alarm, "Ref")));
    }

    private static String decisions() throws IOException {
        return Files.readString(Path.of("docs", "decisions", "watching.md"));
    }
}
