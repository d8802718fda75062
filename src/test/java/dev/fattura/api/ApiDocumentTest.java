package dev.fattura.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.local.template.TemplateReader;
import dev.fattura.runtime.Access;
import dev.fattura.runtime.Role;
import dev.fattura.store.CompanyItem;
import dev.fattura.support.ApiDocument;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Invocations;
import dev.fattura.support.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The OpenAPI document describes what the template deploys, and nothing else; that the functions do it is held in every flow test. */
class ApiDocumentTest {

    private static final ApiDocument DOCUMENT = ApiDocument.read();
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-z]+)}");

    @Test
    void document_describesEveryRouteOfTheTemplate_andNoOther() throws IOException {
        Set<String> routes = TemplateReader.read(Path.of("infra/template.yaml")).routes().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(DOCUMENT.operations()).isEqualTo(routes);
    }

    @Test
    void operations_haveATagAnIdOfTheirOwnAndASummary() {
        List<String> ids = DOCUMENT.operations().stream()
                .map(this::operation)
                .peek(operation -> assertThat(operation.at("/tags/0").asText()).isNotEmpty())
                .peek(operation ->
                        assertThat(operation.path("summary").asText()).isNotEmpty())
                .map(operation -> operation.path("operationId").asText())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("").hasSizeGreaterThan(20);
    }

    @Test
    void parametersOfThePath_areDescribed() {
        for (String operation : DOCUMENT.operations()) {
            String path = operation.substring(operation.indexOf(' ') + 1);
            Matcher named = PATH_PARAMETER.matcher(path);
            String described = DOCUMENT.root()
                    .at("/paths/" + path.replace("/", "~1") + "/parameters")
                    .toString();
            while (named.find()) {
                assertThat(described)
                        .as(operation)
                        .containsAnyOf(
                                "\"name\":\"" + named.group(1) + "\"", "#/components/parameters/" + named.group(1));
            }
        }
    }

    @Test
    void everyCommand_andNothingElse_takesAnIdempotencyKey() {
        for (String operation : DOCUMENT.operations()) {
            boolean question = operation.startsWith("GET ");
            boolean refused = operation(operation).path("operationId").asText().startsWith("refuse-");
            assertThat(operation(operation)
                            .path("parameters")
                            .toString()
                            .contains("#/components/parameters/idempotencyKey"))
                    .as(operation)
                    .isEqualTo(!question && !refused);
        }
    }

    @Test
    void limits_areThoseOfTheFunctions() {
        World world = new World();
        world.finance().putAll(List.of(CompanyItem.encode(FinanceExamples.company())));
        int lists = 0;
        for (String operation : DOCUMENT.operations()) {
            for (JsonNode reference : operation(operation).path("parameters")) {
                JsonNode parameter = DOCUMENT.resolved(reference);
                if (parameter.path("name").asText().equals("limit")) {
                    int most = parameter.at("/schema/maximum").asInt();
                    assertThat(refusal(world, operation, most)).as(operation).doesNotContain("limit");
                    assertThat(refusal(world, operation, most + 1))
                            .as(operation)
                            .contains("limit must be");
                    lists++;
                }
            }
        }
        assertThat(lists).isGreaterThan(8);
    }

    /** Why a list of things that are not there is not shown, or nothing. */
    private static String refusal(World world, String operation, int limit) {
        String path = operation.substring("GET ".length()).replaceAll("\\{[a-z]+}", "X");
        String query = "?company=USMF&invoice=X&from=2026-01-01&to=2026-01-31&limit=" + limit;
        return world.call("GET", path + query, null).body().path("detail").asText();
    }

    @Test
    void codesOfProblems_areThoseOfTheFunctions() {
        Set<String> codes = codes(RefusalCode.values());
        codes.addAll(List.of("store-busy", "defect"));
        assertThat(enumeration("Problem/properties/code")).isEqualTo(codes);
    }

    @Test
    void reasonsToWait_andStatesOfProposals_areThoseOfTheFunctions() {
        assertThat(enumeration("WaitingReason")).isEqualTo(codes(WaitingReason.values()));
        assertThat(enumeration("ProposalHeader/properties/status")).isEqualTo(codes(ProposalStatus.values()));
        Set<String> ofReadiness = codes(ProposalStatus.values());
        ofReadiness.add("headerMissing");
        assertThat(enumeration("Readiness/properties/status")).isEqualTo(ofReadiness);
    }

    private static Set<String> enumeration(String schema) {
        Set<String> described = new TreeSet<>();
        DOCUMENT.root().at("/components/schemas/" + schema + "/enum").forEach(code -> described.add(code.asText()));
        return described;
    }

    private static Set<String> codes(Coded... constants) {
        return Arrays.stream(constants).map(Coded::code).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void roles_areThoseThatTheFunctionsAskFor() {
        assertThat(DOCUMENT.operations()).isEqualTo(new TreeSet<>(Access.table().keySet()));
        for (String operation : DOCUMENT.operations()) {
            Set<String> described = new TreeSet<>();
            operation(operation).path("x-roles").forEach(role -> described.add(role.asText()));
            assertThat(described)
                    .as(operation)
                    .isEqualTo(Access.table().get(operation).stream()
                            .map(Role::code)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertThat(DOCUMENT.root().at("/security/0").has("token")).isTrue();
        assertThat(DOCUMENT.root()
                        .at("/components/securitySchemes/token/scheme")
                        .asText())
                .isEqualTo("bearer");
    }

    @Test
    void exchangeThatIsNotDescribed_isNoticed() {
        JsonNode bare = Invocations.json("{\"invoice\":\"INV-1001\"}");
        assertThatThrownBy(() -> DOCUMENT.check("GET", "/nowhere", null, answer(200, bare)))
                .hasMessageContaining("does not describe GET /nowhere");
        assertThatThrownBy(() -> DOCUMENT.check("GET", "/invoices/{invoice}", null, answer(200, bare)))
                .hasMessageContaining("required property 'contract' not found");
        assertThatThrownBy(() -> DOCUMENT.check(
                        "DELETE",
                        "/invoices/{invoice}",
                        null,
                        new World.Answer(
                                200,
                                Map.of("etag", "\"1\""),
                                Invocations.json("{\"invoice\":\"INV-1001\",\"status\":\"deleted\"}"))))
                .hasMessageContaining("is described to have the headers [], and has [etag]");
        assertThatThrownBy(() -> DOCUMENT.check("GET", "/invoices/{invoice}", null, answer(302, bare)))
                .hasMessageContaining("is not described to answer 302");
        assertThatThrownBy(() -> DOCUMENT.check("GET", "/invoices/{invoice}", null, answer(404, bare)))
                .hasMessageContaining("required property 'code' not found");
    }

    private static World.Answer answer(int status, JsonNode body) {
        return new World.Answer(status, Map.of(), body);
    }

    private JsonNode operation(String operation) {
        int space = operation.indexOf(' ');
        String method = operation.substring(0, space).toLowerCase(java.util.Locale.ROOT);
        return DOCUMENT.root().at("/paths/" + operation.substring(space + 1).replace("/", "~1") + "/" + method);
    }
}
