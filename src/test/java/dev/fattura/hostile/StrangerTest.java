package dev.fattura.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.FunctionError;
import dev.fattura.local.Functions;
import dev.fattura.runtime.Access;
import dev.fattura.runtime.Role;
import dev.fattura.store.Finance;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Office;
import dev.fattura.support.Callers;
import dev.fattura.support.Gateway;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.PlainFunctions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Valid requests over every route of the template, by callers who may not make them: nobody, one without the role, one of another
 * company. The last one learns no more than from tables in which there is nothing.
 */
class StrangerTest {

    private static final String EVERY_ROLE = "projectManager accountant auditor administrator";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T23:30:00Z"), ZoneOffset.UTC);

    private static HostileWorld cellar;

    @BeforeAll
    static void make() {
        cellar = new HostileWorld(false, (functions, office) -> functions);
    }

    @Test
    void requests_coverEveryRouteOfTheTemplate() {
        Set<String> covered = requests().map(Event::origin).collect(Collectors.toCollection(TreeSet::new));

        assertThat(covered)
                .isEqualTo(Gateway.template().routes().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    Stream<DynamicTest> strangerOfAnotherCompany_isAnsweredAsIfNothingWereThere() {
        Functions empty = new PlainFunctions(new Office(new InMemoryTable()), new Finance(new InMemoryTable()), CLOCK);
        JsonNode stranger = Callers.of("stranger", EVERY_ROLE, "DEMF");
        return requests()
                .map(event -> DynamicTest.dynamicTest(event.origin(), () -> {
                    Map<String, Map<Key, Item>> before = cellar.world().contents();
                    ObjectNode request = as(stranger, event);

                    JsonNode answer = call(cellar.functions(), event, request);

                    assertThat(answer).isEqualTo(call(empty, event, request));
                    assertThat(answer.at("/statusCode").asInt()).isIn(403, 404, 405, 422);
                    assertThat(cellar.world().contents()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobody_isAskedForAToken() {
        return requests()
                .map(event -> DynamicTest.dynamicTest(event.origin(), () -> {
                    Map<String, Map<Key, Item>> before = cellar.world().contents();

                    JsonNode answer = call(cellar.functions(), event, as(null, event));

                    assertThat(answer.at("/statusCode").asInt()).isEqualTo(401);
                    assertThat(answer.at("/headers/www-authenticate").asText()).isEqualTo("Bearer");
                    assertThat(answer.at("/body").asText()).contains("\"code\":\"unauthenticated\"", "\"remedy\":");
                    assertThat(cellar.world().contents()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> callerWithoutTheRole_isRefused_andNothingIsWritten() {
        return Stream.of(Role.values()).flatMap(role -> requests()
                .filter(event -> !Access.table().get(event.origin()).contains(role))
                .map(event -> DynamicTest.dynamicTest(role.code() + " " + event.origin(), () -> {
                    Map<String, Map<Key, Item>> before = cellar.world().contents();
                    JsonNode caller = Callers.of("someone", role.code(), "*");

                    JsonNode answer = call(cellar.functions(), event, as(caller, event));

                    assertThat(answer.at("/statusCode").asInt()).isEqualTo(403);
                    assertThat(answer.at("/body").asText()).contains("\"code\":\"role-missing\"");
                    assertThat(cellar.world().contents()).isEqualTo(before);
                })));
    }

    @Test
    void callerWithOneOfTheRoles_isLetIn_onEveryRoute() {
        HostileWorld own = new HostileWorld(false, (functions, office) -> functions);
        for (Role role : Role.values()) {
            requests()
                    .filter(event -> Access.table().get(event.origin()).contains(role))
                    .forEach(event -> {
                        JsonNode caller = Callers.of("someone", role.code(), "*");

                        assertThat(call(own.functions(), event, as(caller, event))
                                        .at("/statusCode")
                                        .asInt())
                                .as(role.code() + " " + event.origin())
                                .isNotIn(401, 403);
                    });
        }
    }

    @Test
    void auditor_changesNothing_whateverTheRoute() {
        assertThat(Access.table()).allSatisfy((route, roles) -> {
            if (roles.contains(Role.AUDITOR)) {
                assertThat(route).startsWith("GET ");
            }
        });
        assertThat(Access.table().entrySet().stream()
                        .filter(row -> row.getKey().startsWith("GET "))
                        .filter(row -> !row.getValue().contains(Role.AUDITOR)))
                .isEmpty();
    }

    private static Stream<Event> requests() {
        return cellar.origins().stream()
                .flatMap(origin -> cellar.of(origin).stream())
                .filter(event -> event.shape() == Shape.HTTP);
    }

    /** The request with the version that is there now, so that it is refused for nothing else. */
    private static ObjectNode as(JsonNode caller, Event event) {
        ObjectNode request = event.json().deepCopy();
        // With a key of the caller's a refusal would be kept.
        request.withObject("/headers").remove("idempotency-key");
        if (event.versionOf() != null) {
            Event shown = HttpEvents.of("GET", event.versionOf(), null, null);
            String version = call(cellar.functions(), shown, shown.json())
                    .at("/headers/etag")
                    .asText();
            request.withObject("/headers").put("if-match", version);
        }
        ObjectNode context = request.withObject("/requestContext");
        context.remove("authorizer");
        return caller == null ? request : request.set("requestContext", context.<ObjectNode>set("authorizer", caller));
    }

    private static JsonNode call(Functions functions, Event event, JsonNode request) {
        try {
            byte[] answer =
                    functions.invoke(event.function(), request.toString().getBytes(StandardCharsets.UTF_8));
            return Json.read(new String(answer, StandardCharsets.UTF_8));
        } catch (FunctionError defect) {
            throw new AssertionError(defect);
        }
    }
}
