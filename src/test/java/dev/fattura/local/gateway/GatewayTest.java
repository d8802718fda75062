package dev.fattura.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.local.FunctionError;
import dev.fattura.local.Schedules;
import dev.fattura.local.stream.FailureDestination;
import dev.fattura.local.stream.StreamPumps;
import dev.fattura.local.template.Template;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private Administration administration;
    private Gateway gateway;

    @BeforeEach
    void start() throws IOException {
        List<Template.Route> routes = List.of(
                new Template.Route("POST", "/echo", "echo"),
                new Template.Route("GET", "/reply", "reply"),
                new Template.Route("GET", "/broken", "broken"));
        Schedules schedules = new Schedules(
                List.of(new Template.Schedule("Sweep-Tick", "rate(1 minute)", "echo", "{\"schedule\":\"sweep\"}")),
                GatewayTest::invoke);
        administration = new Administration(new FailureDestination(), new StreamPumps(List.of()), schedules);
        gateway = Gateway.start(
                0, routes, GatewayTest::invoke, administration, Authorizer.believing(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void start_saysWhatToDo_whenThePortIsTaken() {
        int taken = gateway.address().getPort();

        assertThatThrownBy(() -> Gateway.start(
                        taken,
                        List.of(),
                        GatewayTest::invoke,
                        administration,
                        Authorizer.believing(),
                        Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Port " + taken
                        + " is taken by another program: stop it, or choose another with -Dlocal.port=0.");
    }

    @Test
    void answer_isTheFunctions_whenItHasAStatus() throws Exception {
        HttpResponse<String> response = get("/reply");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(response.body()).isEqualTo("hé");
    }

    @Test
    void answer_isNotFound_whenNoRouteMatches() throws Exception {
        HttpResponse<String> response = get("/nowhere");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void request_isUnauthorized_beforeAnyFunction_whenItComesFromNobody() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.address().resolve("/reply"))
                .header("x-local-caller", "nobody")
                .build();

        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void answer_isInternalServerError_whenTheFunctionThrows() throws Exception {
        HttpResponse<String> response = get("/broken");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void body_isRefused_whenItIsLargerThanApiGatewayTakes() throws Exception {
        assertThat(post("/echo", new byte[Gateway.LARGEST_BODY + 1]).statusCode())
                .isEqualTo(413);
    }

    @Test
    void schedule_runsWithItsInput_whenAPersonAsksForIt() throws Exception {
        HttpResponse<String> response = post("/_local/schedules/echo", new byte[0]);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"schedule\" : \"sweep\"");
        assertThat(post("/_local/schedules/unknown", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(get("/_local/failures").body()).contains("failures");
        assertThat(post("/_local/streams/settle", new byte[0]).statusCode()).isEqualTo(200);
    }

    private static byte[] invoke(String function, byte[] event) throws FunctionError {
        return switch (function) {
            case "echo" -> event;
            case "reply" ->
                "{\"statusCode\":409,\"headers\":{\"ETag\":\"\\\"7\\\"\"},\"body\":\"aMOp\",\"isBase64Encoded\":true}"
                        .getBytes(StandardCharsets.UTF_8);
            default -> throw new FunctionError(function, new IllegalStateException("boom"));
        };
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(gateway.address().resolve(path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.address().resolve(path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
