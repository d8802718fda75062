package dev.fattura.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI document, against which every request that a test makes over the routes of the template and every answer that it gets
 * are held.
 */
public final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final ApiDocument THE_DOCUMENT = new ApiDocument(read(Path.of("docs/openapi.yaml")));

    private final JsonNode root;
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    public static ApiDocument read() {
        return THE_DOCUMENT;
    }

    public JsonNode root() {
        return root;
    }

    /** All operations as {@code GET /invoices/{invoice}}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
                    if (METHODS.contains(name)) {
                        operations.add(name.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** Asserts that the document describes an exchange; what a refused request said need not fit it. */
    public synchronized void check(String method, String route, String requestBody, World.Answer answer) {
        String operation = method + " " + route;
        JsonNode described = resolved(root.at("/paths/" + escaped(route) + "/" + method.toLowerCase(Locale.ROOT)));
        if (described.isMissingNode()) {
            throw new AssertionError("docs/openapi.yaml does not describe " + operation);
        }
        JsonNode response = response(described, answer.status());
        if (response.isMissingNode()) {
            throw new AssertionError(operation + " is not described to answer " + answer.status());
        }
        validate(operation + " " + answer.status(), response, answer.body());
        if (answer.status() < 400) {
            checkHeaders(
                    operation + " " + answer.status(),
                    response,
                    answer.headers().keySet());
            checkRequest(operation, described, requestBody);
        }
    }

    private static void checkHeaders(String what, JsonNode response, Set<String> headers) {
        Set<String> answered = new TreeSet<>(headers);
        answered.remove("content-type");
        Set<String> described = new TreeSet<>();
        response.path("headers").fieldNames().forEachRemaining(described::add);
        if (!answered.equals(described)) {
            throw new AssertionError(what + " is described to have the headers " + described + ", and has " + answered);
        }
    }

    private void checkRequest(String operation, JsonNode described, String requestBody) {
        boolean empty = requestBody == null || requestBody.isEmpty();
        JsonNode body = resolved(described.path("requestBody"));
        if (empty && !body.path("required").asBoolean()) {
            return;
        }
        if (body.isMissingNode()) {
            throw new AssertionError(operation + " is not described to take a body: " + requestBody);
        }
        try {
            validate(operation + " request", body, JSON.readTree(empty ? "null" : requestBody));
        } catch (IOException notJson) {
            throw new AssertionError("Accepted, and not JSON: " + requestBody, notJson);
        }
    }

    private JsonNode response(JsonNode described, int status) {
        JsonNode exact = resolved(described.at("/responses/" + status));
        return exact.isMissingNode() && status >= 400 ? resolved(described.at("/responses/default")) : exact;
    }

    private void validate(String what, JsonNode content, JsonNode body) {
        JsonNode media = content.path("content");
        JsonNode schema = media.isEmpty() ? media : media.elements().next().path("schema");
        if (schema.isMissingNode()) {
            throw new AssertionError(what + " has no schema in docs/openapi.yaml");
        }
        Set<ValidationMessage> problems =
                schemas.computeIfAbsent(what, missing -> schema(schema)).validate(body);
        if (!problems.isEmpty()) {
            throw new AssertionError(
                    what + " does not fit docs/openapi.yaml: " + problems + " in " + body.toPrettyString());
        }
    }

    private JsonSchema schema(JsonNode schema) {
        ObjectNode alone = schema.deepCopy();
        alone.set("components", root.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        alone,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    /** What a reference names, or the node itself. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static String escaped(String route) {
        return route.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode read(Path path) {
        try (Reader text = Files.newBufferedReader(path)) {
            return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
