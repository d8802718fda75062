package dev.fattura.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.local.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayEventTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RouteTable ROUTES = new RouteTable(List.of(
            new Template.Route("POST", "/invoices/{invoice}/confirm", "confirm-invoice"),
            new Template.Route("GET", "/invoices/{invoice}", "show-invoice"),
            new Template.Route("GET", "/invoices/latest", "show-latest"),
            new Template.Route("ANY", "/any", "any")));

    /** The example of the AWS documentation for payload format 2.0, with a route of Fattura; members are in no order. */
    @Test
    void event_isAsApiGatewayMakesIt_whenTheRequestHasEverything() throws IOException {
        JsonNode recorded = JSON.readTree(
                Path.of("src/test/resources/local/api-gateway-v2.json").toFile());
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Type", List.of("application/json"));
        headers.put("Header1", List.of("value1"));
        headers.put("HEADER2", List.of("value1", "value2"));
        headers.put("Host", List.of("127.0.0.1:8080"));
        headers.put("User-Agent", List.of("agent"));
        headers.put("Cookie", List.of("cookie1; cookie2"));
        byte[] body = recorded.path("body").asText().getBytes(StandardCharsets.UTF_8);

        JsonNode event = event(
                "POST",
                "/invoices/INV-1001/confirm",
                recorded.path("rawQueryString").asText(),
                headers,
                body);

        assertThat(JSON.readTree(event.toString())).isEqualTo(recorded);
    }

    @Test
    void caller_isWhomTheHeaderNames_asTheAuthorizerWouldSayIt() {
        JsonNode claims = claims("projectManager, auditor ; company=USMF,GBSI;subject=ann");

        assertThat(claims.path("sub").asText()).isEqualTo("ann");
        assertThat(claims.path("roles").asText()).isEqualTo("[projectManager  auditor]");
        assertThat(claims.path("companies").asText()).isEqualTo("[USMF GBSI]");
    }

    @Test
    void caller_hasEveryRoleOfSomeCompanies_whenTheHeaderNamesOnlyThese() {
        JsonNode claims = claims("company=USMF");

        assertThat(claims.path("roles").asText()).isEqualTo("[projectManager accountant auditor administrator]");
        assertThat(claims.path("companies").asText()).isEqualTo("[USMF]");
        assertThat(claims("company=").path("companies").asText()).isEqualTo("[]");
    }

    @Test
    void nobody_isNotLetIn() {
        assertThat(LocalCaller.authorizer(Map.of("x-local-caller", "nobody"))).isEmpty();
    }

    private static JsonNode claims(String caller) {
        return event("GET", "/invoices/1", "", Map.of("X-Local-Caller", List.of(caller)), new byte[0])
                .at("/requestContext/authorizer/jwt/claims");
    }

    @Test
    void body_isInBase64_whenItIsNotText() {
        Map<String, List<String>> form = Map.of("Content-Type", List.of("application/x-www-form-urlencoded"));

        JsonNode event = event("POST", "/invoices/1/confirm", "", form, "a=1".getBytes(StandardCharsets.UTF_8));

        assertThat(event.path("body").asText()).isEqualTo("YT0x");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void bodyAndQuery_areAbsent_whenTheRequestHasNone() {
        JsonNode event = event("GET", "/invoices/latest", "", Map.of(), new byte[0]);

        assertThat(event.has("body")).isFalse();
        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.has("pathParameters")).isFalse();
        assertThat(event.path("rawQueryString").asText("absent")).isEmpty();
    }

    @Test
    void route_isTheMoreFixedOne_whenTwoMatch() {
        assertThat(ROUTES.find("GET", "/invoices/latest").orElseThrow().route().function())
                .isEqualTo("show-latest");
        assertThat(ROUTES.find("GET", "/invoices/INV%2F1").orElseThrow().pathParameters())
                .containsEntry("invoice", "INV/1");
        assertThat(ROUTES.find("PUT", "/any")).isPresent();
        assertThat(ROUTES.find("PUT", "/invoices/latest")).isEmpty();
        assertThat(ROUTES.find("GET", "/invoices/latest/")).isEmpty();
    }

    private static JsonNode event(
            String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
        Request request = new Request(
                "id", Instant.parse("2020-03-12T19:03:58Z"), method, path, query, "HTTP/1.1", "127.0.0.1", headers);
        return GatewayEvent.of(
                request,
                body,
                ROUTES.find(method, path).orElseThrow(),
                LocalCaller.authorizer(GatewayEvent.joined(headers)).orElseThrow());
    }
}
