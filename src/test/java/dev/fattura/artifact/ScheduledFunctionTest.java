package dev.fattura.artifact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.fattura.support.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** A function on a schedule, in the application as Quarkus wires it, through the mock event server. */
@QuarkusTest
@TestProfile(ScheduledFunctionTest.Profile.class)
class ScheduledFunctionTest {

    /** The application as this one function. */
    public static class Profile extends FunctionProfile {
        public Profile() {
            super("sweep");
        }
    }

    @Test
    void schedule_isAnswered_withNothingToDoOnEmptyTables() {
        given().contentType("application/json")
                .body(Events.recorded("schedule/sweep"))
                .when()
                .post()
                .then()
                .statusCode(200)
                .body("statusCode", equalTo(200))
                .body("body", containsString("\"actualsCarried\":0"));
    }
}
