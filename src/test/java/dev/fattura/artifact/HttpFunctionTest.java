package dev.fattura.artifact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.fattura.support.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** A function behind the HTTP API, in the application as Quarkus wires it, through the mock event server. */
@QuarkusTest
@TestProfile(HttpFunctionTest.Profile.class)
class HttpFunctionTest {

    /** The application as this one function. */
    public static class Profile extends FunctionProfile {
        public Profile() {
            super("record-project");
        }
    }

    @Test
    void request_isAnswered_andAnsweredAgainTheSame() {
        for (int time = 0; time < 2; time++) {
            given().contentType("application/json")
                    .body(Events.recorded("http/record-project"))
                    .when()
                    .post()
                    .then()
                    .statusCode(200)
                    .body("statusCode", equalTo(200))
                    .body("headers.content-type", equalTo("application/json"))
                    .body("isBase64Encoded", equalTo(false))
                    .body("body", containsString("\"project\":\"PRJ-1\""));
        }
    }

    @Test
    void malformedBody_getsAProblem_andNotAFunctionError() {
        given().contentType("application/json")
                .body(Events.recorded("http/record-project").replace("\\\"company\\\"", "company"))
                .when()
                .post()
                .then()
                .statusCode(200)
                .body("statusCode", equalTo(400))
                .body("headers.content-type", equalTo("application/problem+json"))
                .body("body", containsString("\"code\":\"body-malformed\""));
    }

    @Test
    void eventOfAnotherShape_getsAProblem_andNotAFunctionError() {
        given().contentType("application/json")
                .body("{\"Records\":[]}")
                .when()
                .post()
                .then()
                .statusCode(200)
                .body("statusCode", equalTo(401));
    }
}
