package dev.fattura.artifact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.fattura.support.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** A function on a stream, in the application as Quarkus wires it, through the mock event server. */
@QuarkusTest
@TestProfile(StreamFunctionTest.Profile.class)
class StreamFunctionTest {

    /** The application as this one function. */
    public static class Profile extends FunctionProfile {
        public Profile() {
            super("sync-actuals");
        }
    }

    @Test
    void batch_isDone() {
        receives(Events.recorded("stream/sync-actuals")).body("batchItemFailures", hasSize(0));
    }

    @Test
    void poisonedRecord_isReportedByItsSequenceNumber() {
        String poisoned =
                Events.recorded("stream/sync-actuals").replaceFirst("\"S\" : \"cost\"", "\"B\" : \"Y29zdA==\"");

        receives(poisoned)
                .body("batchItemFailures", hasSize(1))
                .body("batchItemFailures[0].itemIdentifier", equalTo("4421584500000000017450439091"));
    }

    private static io.restassured.response.ValidatableResponse receives(String event) {
        return given().contentType("application/json")
                .body(event)
                .when()
                .post()
                .then()
                .statusCode(200);
    }
}
