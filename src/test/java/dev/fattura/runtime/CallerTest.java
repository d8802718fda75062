package dev.fattura.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.support.Callers;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.Invocations;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the claims of a token; whether the token is genuine the API has found out before. */
class CallerTest {

    @Test
    void claims_areReadAsAnHttpApiHandsThemOver() {
        Caller caller = caller(
                """
                {"sub":"subject-1","roles":"[projectManager auditor]","companies":"[USMF GBSI]","name":"Ann Example",
                 "preferred_username":"ann@example.com","exp":"1769905800"}""");

        assertThat(caller)
                .isEqualTo(new Caller(
                        "subject-1", Set.of(Role.PROJECT_MANAGER, Role.AUDITOR), Optional.of(Set.of("GBSI", "USMF"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"[projectManager accountant]\"",
                "\"projectManager accountant\"",
                "\"projectManager,accountant\"",
                "\" projectManager ,  accountant \"",
                "\"[projectManager, accountant]\"",
                "\"[\\\"projectManager\\\",\\\"accountant\\\"]\"",
                "[\"projectManager\",\"accountant\"]",
                "\"[projectManager other accountant projectManager]\""
            })
    void words_areTheSame_howeverAListIsWritten(String roles) {
        assertThat(caller("{\"sub\":\"s\",\"roles\":" + roles + "}").roles())
                .containsExactlyInAnyOrder(Role.PROJECT_MANAGER, Role.ACCOUNTANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"[]\"",
                "\"projectManagers\"",
                "\"notprojectManager\"",
                "\"projectmanager\"",
                "\"projectManager;accountant\"",
                "\"project Manager\"",
                "\"[[projectManager]]\"",
                "\"[\\\"projectManager\\\"\"",
                "\"[\\\"projectManager accountant\\\"]\"",
                "\"{\\\"roles\\\":\\\"projectManager\\\"}\"",
                "[\"projectManager accountant\"]",
                "[[\"projectManager\"]]",
                "[1,true,null]",
                "{\"projectManager\":\"projectManager\"}",
                "true",
                "7",
                "null"
            })
    void word_thatIsNotExactlyARole_isNone(String roles) {
        assertThat(caller("{\"sub\":\"s\",\"roles\":" + roles + "}").roles()).isEmpty();
    }

    @Test
    void rolesAndCompanies_mayBeGroups() {
        Caller caller = caller("{\"sub\":\"s\",\"cognito:groups\":\"[accountant company.USMF company.GBSI]\"}");

        assertThat(caller.roles()).containsExactly(Role.ACCOUNTANT);
        assertThat(caller.companies()).contains(Set.of("GBSI", "USMF"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sub\":\"s\"}|[]",
                "{\"sub\":\"s\",\"companies\":\"[]\"}|[]",
                "{\"sub\":\"s\",\"companies\":7}|[]",
                "{\"sub\":\"s\",\"companies\":\"usmf\"}|[usmf]",
                "{\"sub\":\"s\",\"companies\":\"US*\"}|[US*]",
                "{\"sub\":\"s\",\"custom:companies\":\"USMF\"}|[]",
                "{\"sub\":\"s\",\"scope\":\"company.USMF\"}|[]"
            })
    void companies_areTheseAndNoOther(String claims, String companies) {
        assertThat(caller(claims).companies().map(Object::toString)).contains(companies);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":\"s\",\"companies\":\"*\"}",
                "{\"sub\":\"s\",\"companies\":\"[USMF *]\"}",
                "{\"sub\":\"s\",\"roles\":\"[company.*]\"}"
            })
    void star_isEveryCompany(String claims) {
        assertThat(caller(claims).companies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sub\":\"\"}",
                "{\"sub\":\" \"}",
                "{\"sub\":null}",
                "{\"sub\":[\"s\"]}",
                "{\"sub\":{\"sub\":\"s\"}}",
                "{\"sub\":\"two words\"}",
                "{\"Sub\":\"s\"}",
                "[]",
                "null",
                "\"sub\"",
                "7"
            })
    void claimsWithoutASubject_areNoCaller(String claims) {
        assertThatThrownBy(() -> caller(claims))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.UNAUTHENTICATED));
    }

    @Test
    void subject_isAtMost128Characters() {
        assertThat(caller("{\"sub\":\"" + "s".repeat(128) + "\"}").subject()).hasSize(128);
        assertThatThrownBy(() -> caller("{\"sub\":\"" + "s".repeat(129) + "\"}"))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "{}", "{\"jwt\":null}", "{\"jwt\":{}}", "{\"lambda\":{\"sub\":\"s\"}}"})
    void authorizerOfAnotherShape_isNoCaller(String authorizer) {
        assertThatThrownBy(() -> Caller.of(invocation(Invocations.json(authorizer))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Caller.of(invocation(null))).isInstanceOf(Refused.class);
    }

    /** What a header says about the caller is nothing: only the authorizer is asked. */
    @Test
    void header_makesNoCaller() {
        Invocation forged = new Invocation(
                "GET /maps",
                "/maps",
                Map.of("x-local-caller", "administrator", "authorization", "Bearer e30.eyJzdWIiOiJzIn0."),
                null,
                null,
                new Invocation.RequestContext(new Invocation.Http("GET", "/maps"), null),
                null,
                false,
                null);

        HttpReply reply = Http.answer(forged, request -> Reply.ok(Json.object()));

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers()).containsEntry("www-authenticate", "Bearer");
        assertThat(Invocations.json(reply).at("/code").asText()).isEqualTo("unauthenticated");
    }

    /** A schedule has no request context: what came through the API has one, and is asked for its caller. */
    @Test
    void request_thatPassesForASchedule_isAskedForItsCaller() {
        Invocation forged = new Invocation(
                "GET /maps",
                "/maps",
                null,
                null,
                null,
                new Invocation.RequestContext(new Invocation.Http("GET", "/maps"), null),
                null,
                false,
                Invocation.SCHEDULE);

        assertThat(forged.scheduled()).isFalse();
        assertThat(Http.answer(forged, request -> Reply.ok(Json.object())).statusCode())
                .isEqualTo(401);
    }

    @Test
    void operations_needAllCompanies() {
        assertThat(status("GET", "/maps", Callers.of("s", "administrator", "*")))
                .isEqualTo(200);
        assertThat(status("GET", "/maps", Callers.of("s", "administrator", "USMF")))
                .isEqualTo(403);
        assertThat(status("GET", "/nowhere", Callers.of("s", "projectManager accountant auditor", "*")))
                .isEqualTo(403);
    }

    @Test
    void answerToAnother_isNotGivenAgain_whoeverKnowsTheKey() {
        InMemoryTable table = new InMemoryTable();
        assertThat(sent(table, "ann").statusCode()).isEqualTo(200);

        HttpReply reply = sent(table, "eve");

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(Invocations.json(reply).at("/code").asText()).isEqualTo("idempotency-key-reused");
        assertThat(sent(table, "ann").body()).isEqualTo("{\"secret\":\"of ann\"}");
    }

    private static HttpReply sent(InMemoryTable table, String subject) {
        Invocation invocation = new Invocation(
                "POST /invoices",
                "/invoices",
                Map.of("idempotency-key", "key-1"),
                null,
                null,
                new Invocation.RequestContext(
                        new Invocation.Http("POST", "/invoices"), Callers.of(subject, "projectManager", "USMF")),
                "{}",
                false,
                null);
        return Http.command(
                invocation, table, (request, command) -> Reply.ok(Json.object().put("secret", "of " + command.by())));
    }

    private static int status(String method, String route, JsonNode authorizer) {
        Invocation invocation = new Invocation(
                method + " " + route,
                route,
                null,
                null,
                null,
                new Invocation.RequestContext(new Invocation.Http(method, route), authorizer),
                null,
                false,
                null);
        return Http.answer(invocation, request -> Reply.ok(Json.object())).statusCode();
    }

    private static Caller caller(String claims) {
        return Caller.of(invocation(Callers.claims(Invocations.json(claims))));
    }

    private static Invocation invocation(JsonNode authorizer) {
        JsonNode given = authorizer == null ? JsonNodeFactory.instance.nullNode() : authorizer;
        return new Invocation(
                "GET /maps",
                "/maps",
                null,
                null,
                null,
                new Invocation.RequestContext(new Invocation.Http("GET", "/maps"), given),
                null,
                false,
                null);
    }
}
