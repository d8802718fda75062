package dev.fattura.infra;

import static dev.fattura.infra.Template.at;
import static dev.fattura.infra.Template.attributeOwner;
import static dev.fattura.infra.Template.list;
import static dev.fattura.infra.Template.object;
import static dev.fattura.infra.Template.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.infra.Template.Function;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A function that is broken into may do what its role may do. So each has a role of its own, which names what it is about. That it names
 * no more and no less than what the function does to the tables, {@code RightsTest} holds against the calls of the store.
 */
class TemplatePermissionsTest {

    private static final Template TEMPLATE = Template.read(Path.of("infra", "template.yaml"));

    private static final Set<String> READ = Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");

    /** Of roles, queues and topics, under any parameters; the policy of a key is the one exception, and has a test of its own. */
    @Test
    void policies_nameNoWildcard_inActionOrResource() {
        List<Map<String, Object>> statements = TEMPLATE.resources().values().stream()
                .filter(resource -> !"AWS::KMS::Key".equals(at(resource, "Type")))
                .flatMap(resource -> Template.everyStatement(resource).stream())
                .toList();

        assertThat(statements)
                .hasSizeGreaterThan(3 * TEMPLATE.functions().size())
                .extracting(statement -> at(statement, "Sid"))
                .contains("UseTableKey", "RefusePlainTransport", "TellAlarms");
        assertThat(statements).allSatisfy(statement -> {
            assertThat(statement).doesNotContainKeys("NotAction", "NotResource");
            assertThat(list(statement.get("Action"))).isNotEmpty();
            assertThat(statement.get("Action").toString()).doesNotContain("*");
            // Who may take on a role is said without a resource: it is the role.
            if (!list(statement.get("Action")).equals(List.of("sts:AssumeRole"))) {
                assertThat(list(statement.get("Resource"))).isNotEmpty();
                assertThat(statement.get("Resource").toString()).doesNotContain("*");
            }
        });
    }

    /** In the policy of a key "*" is that key, and without its account as its owner nobody could change it any more. */
    @Test
    void keyPolicy_aloneNamesWildcards_forItsOwner_andAlarmsMayOnlyUseIt() {
        assertThat(TEMPLATE.resources("AWS::KMS::Key")).containsOnlyKeys("AlarmTopicKey");
        List<Map<String, Object>> statements =
                Template.everyStatement(TEMPLATE.resources().get("AlarmTopicKey"));

        assertThat(statements)
                .extracting(statement -> at(statement, "Resource"))
                .containsExactly("*", "*");
        assertThat(statements.get(0).get("Action")).isEqualTo("kms:*");
        assertThat(at(statements.get(0), "Principal", "AWS", "Fn::Sub"))
                .isEqualTo("arn:${AWS::Partition}:iam::${AWS::AccountId}:root");
        assertThat(list(statements.get(1).get("Action"))).containsExactly("kms:Decrypt", "kms:GenerateDataKey");
        assertThat(at(statements.get(1), "Principal", "Service")).isEqualTo("cloudwatch.amazonaws.com");
        assertThat(at(statements.get(1), "Condition", "StringEquals", "aws:SourceAccount", "Ref"))
                .isEqualTo("AWS::AccountId");
    }

    @Test
    void permissions_standOnlyInRoles_writtenOutHere() {
        assertThat(TEMPLATE.resources("AWS::IAM::Policy")).isEmpty();
        assertThat(TEMPLATE.resources("AWS::IAM::ManagedPolicy")).isEmpty();
        assertThat(TEMPLATE.resources("AWS::IAM::Role").values())
                .isNotEmpty()
                .allSatisfy(role -> assertThat(object(role.get("Properties"))).doesNotContainKey("ManagedPolicyArns"));
        // SAM makes a role, with managed policies, for a function that names none.
        assertThat(TEMPLATE.functions()).isNotEmpty().allSatisfy(function -> assertThat(function.properties())
                .containsKey("Role")
                .doesNotContainKeys("Policies", "Tracing"));
    }

    @Test
    void roles_belong_toOneFunctionEach() {
        assertThat(TEMPLATE.functions().stream()
                        .map(function -> attributeOwner(function.properties().get("Role"))))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(TEMPLATE.functions())
                .allSatisfy(function -> assertThat(TEMPLATE.role(function)).isNotEmpty());
    }

    @Test
    void readers_haveOnlyReadActions_onTheTables() {
        Map<String, Set<String>> methods = new TreeMap<>();
        TEMPLATE.routes().forEach(route -> methods.computeIfAbsent(route.export(), export -> new TreeSet<>())
                .add(route.text("Method")));
        List<String> readers = methods.entrySet().stream()
                .filter(entry -> entry.getValue().equals(Set.of("GET")))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(readers).isNotEmpty().allSatisfy(reader -> assertThat(
                        TEMPLATE.tableActions(TEMPLATE.function(reader)).values())
                .as(reader)
                .isNotEmpty()
                .allSatisfy(actions -> assertThat(actions).isSubsetOf(READ)));
    }

    @Test
    void refuseProposal_touchesNoTable_becauseItOnlyRefuses() {
        Function refusal = TEMPLATE.function("refuse-proposal");

        assertThat(TEMPLATE.statements(refusal)).hasSize(1).allSatisfy(statement -> assertThat(
                        list(statement.get("Action")))
                .allSatisfy(action -> assertThat(text(action)).startsWith("logs:")));
    }

    @Test
    void functions_write_onlyTheirOwnLog() {
        assertThat(TEMPLATE.functions()).isNotEmpty().allSatisfy(function -> assertThat(TEMPLATE.statements(function))
                .as(function.id())
                .filteredOn(statement -> statement.get("Action").toString().contains("logs:"))
                .singleElement()
                .satisfies(statement -> assertThat(attributeOwner(statement.get("Resource")))
                        .isEqualTo(at(function.properties(), "LoggingConfig", "LogGroup", "Ref"))));
    }
}
