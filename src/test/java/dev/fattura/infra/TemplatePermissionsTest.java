package dev.fattura.infra;

import static dev.fattura.infra.Template.at;
import static dev.fattura.infra.Template.attributeOwner;
import static dev.fattura.infra.Template.list;
import static dev.fattura.infra.Template.object;
import static dev.fattura.infra.Template.text;
import static java.util.stream.Collectors.toMap;
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
 * A function that is broken into may do what its role may do. So each has a role of its own, with the actions it needs on
 * the tables it needs, and whoever widens one says so here as well.
 */
class TemplatePermissionsTest {

    private static final Template TEMPLATE = Template.read(Path.of("infra", "template.yaml"));

    private static final Set<String> READ = Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");

    /** A condition on a put or a delete needs no action of its own, in a transaction neither. */
    private static final Set<String> ADD = Set.of("dynamodb:PutItem", "dynamodb:BatchWriteItem");

    private static final Set<String> DELETE = Set.of("dynamodb:DeleteItem");

    /** Many items that must be new, at the price of a put each: only a PartiQL statement can do that. */
    private static final Set<String> INSERT = Set.of("dynamodb:PartiQLInsert");

    /** What a function may do to a table. To decide is to read first, so whoever writes may read. */
    @SuppressWarnings("ImmutableEnumChecker") // Filled by the constructor and never after.
    private enum Right {
        READS(READ),
        ADDS(READ, ADD),
        DELETES(READ, ADD, DELETE),
        INSERTS(READ, ADD, DELETE, INSERT);

        private final Set<String> actions = new TreeSet<>();

        @SafeVarargs
        Right(Set<String>... groups) {
            for (Set<String> group : groups) {
                actions.addAll(group);
            }
        }
    }

    /** The agreed rights, said a second time: a wider role is a decision, not a slip. */
    private static final Map<String, Map<String, Right>> RIGHTS = Map.ofEntries(
            Map.entry("record-contract", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("record-project", Map.of("OfficeTable", Right.ADDS)),
            Map.entry("approve-transactions", Map.of("OfficeTable", Right.INSERTS)),
            Map.entry("cancel-approval", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("mark-backlog", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("draft-scheduled", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("show-contract", Map.of("OfficeTable", Right.READS)),
            Map.entry("draft-invoice", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("edit-invoice", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("edit-lines", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("preview-invoice", Map.of("OfficeTable", Right.READS)),
            Map.entry("confirm-invoices", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("finish-invoices", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("confirm-invoice", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("revise-invoice", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("record-retainer", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("refund-retainer", Map.of("OfficeTable", Right.DELETES)),
            Map.entry("sync-header", Map.of("OfficeTable", Right.READS, "FinanceTable", Right.DELETES)),
            Map.entry("sync-actuals", Map.of("FinanceTable", Right.DELETES)),
            Map.entry("write-back", Map.of("OfficeTable", Right.DELETES, "FinanceTable", Right.DELETES)),
            Map.entry("control-maps", Map.of("OfficeTable", Right.DELETES, "FinanceTable", Right.DELETES)),
            Map.entry("park-failures", Map.of("FinanceTable", Right.DELETES)),
            Map.entry("sync-errors", Map.of("OfficeTable", Right.DELETES, "FinanceTable", Right.DELETES)),
            Map.entry("sweep", Map.of("OfficeTable", Right.DELETES, "FinanceTable", Right.DELETES)),
            Map.entry("record-company", Map.of("FinanceTable", Right.ADDS)),
            Map.entry("show-company", Map.of("FinanceTable", Right.READS)),
            Map.entry("record-fiscal-period", Map.of("FinanceTable", Right.ADDS)),
            Map.entry("record-sales-tax", Map.of("FinanceTable", Right.ADDS)),
            Map.entry("record-exchange-rate", Map.of("FinanceTable", Right.ADDS)),
            Map.entry("import-staging", Map.of("FinanceTable", Right.DELETES)),
            Map.entry("edit-journal", Map.of("FinanceTable", Right.DELETES)),
            Map.entry("post-journals", Map.of("FinanceTable", Right.DELETES)),
            Map.entry("edit-proposal", Map.of("FinanceTable", Right.DELETES)),
            Map.entry("post-proposals", Map.of("FinanceTable", Right.DELETES)),
            Map.entry("refuse-proposal", Map.of()),
            Map.entry("show-invoice", Map.of("OfficeTable", Right.READS)),
            Map.entry("show-proposal", Map.of("FinanceTable", Right.READS)),
            Map.entry("print-invoice", Map.of("FinanceTable", Right.READS)),
            Map.entry("show-readiness", Map.of("OfficeTable", Right.READS, "FinanceTable", Right.READS)),
            Map.entry("reconcile", Map.of("OfficeTable", Right.READS, "FinanceTable", Right.READS)),
            Map.entry("reconcile-accrued-revenue", Map.of("OfficeTable", Right.READS, "FinanceTable", Right.READS)),
            Map.entry("show-journal", Map.of("FinanceTable", Right.READS)),
            Map.entry("list-actuals", Map.of("OfficeTable", Right.READS)),
            Map.entry("show-lineage", Map.of("OfficeTable", Right.READS, "FinanceTable", Right.READS)),
            Map.entry("list-retainers", Map.of("OfficeTable", Right.READS)),
            Map.entry("list-backlog", Map.of("OfficeTable", Right.READS)),
            Map.entry("list-waiting", Map.of("FinanceTable", Right.READS)));

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
    void functions_haveTheAgreedRights_onTheTablesAndNoMore() {
        Map<String, Map<String, Set<String>>> agreed = RIGHTS.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, right -> right.getValue().actions))));
        Map<String, Map<String, Set<String>>> given =
                TEMPLATE.functions().stream().collect(toMap(Function::export, TEMPLATE::tableActions));

        assertThat(given).isNotEmpty().isEqualTo(agreed);
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
