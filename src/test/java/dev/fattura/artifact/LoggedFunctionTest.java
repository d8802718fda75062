package dev.fattura.artifact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.Events;
import dev.fattura.support.Invocations;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a function really writes to its log, through the handlers that Quarkus makes: JSON, and nothing but JSON. */
@QuarkusTest
@TestProfile(LoggedFunctionTest.Profile.class)
class LoggedFunctionTest {

    private static final Path LOG = Path.of(System.getProperty("fattura.build", "target"), "logged-function.log");

    /** The application as this one function, which logs as it does in the cloud, and into a file as well. */
    public static class Profile extends FunctionProfile {
        public Profile() {
            super("sync-actuals");
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("fattura.log.json", "true");
            overrides.put("fattura.stage", "test");
            overrides.put("quarkus.log.console.enabled", "false");
            overrides.put("quarkus.log.category.\"dev.fattura\".level", "INFO");
            overrides.put("quarkus.log.file.enabled", "true");
            overrides.put("quarkus.log.file.path", LOG.toString());
            return overrides;
        }
    }

    @Test
    void poisonedRecord_isOneLineOfJson_withTheIdOfItsEvent() throws IOException {
        int before = lines().size();
        given().contentType("application/json")
                .body(Events.recorded("stream/sync-actuals").replaceFirst("\"S\" : \"cost\"", "\"B\" : \"Y29zdA==\""))
                .when()
                .post()
                .then()
                .statusCode(200);

        List<String> lines = lines().subList(before, lines().size());
        assertThat(lines).hasSize(1);
        JsonNode line = Invocations.json(lines.get(0));
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly(
                        "timestamp",
                        "level",
                        "logger",
                        "message",
                        "stage",
                        "function",
                        "correlation",
                        "error",
                        "stack");
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.path("stage").asText()).isEqualTo("test");
        assertThat(line.path("function").asText()).isEqualTo("sync-actuals");
        assertThat(line.path("message").asText()).startsWith("Stream record ");
        assertThat(line.path("correlation").asText()).isEqualTo("fbf4f377100a32a9ac7b568f4b3ac0bc");
    }

    private static List<String> lines() throws IOException {
        return Files.exists(LOG)
                ? Files.readAllLines(LOG).stream()
                        .filter(line -> line.contains("\"dev.fattura."))
                        .toList()
                : List.of();
    }
}
