package dev.fattura.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.runtime.Invocation;

/** Callers as the JWT authorizer of an HTTP API hands them over: every claim is a text, a list is one in brackets. */
public final class Callers {

    /** The subject of whoever a test does not name. */
    public static final String SUBJECT = "5c0f8a3e-0000-4000-8000-000000000001";

    private Callers() {}

    /** A caller with every role and all companies. */
    public static JsonNode everything() {
        return of(SUBJECT, "projectManager accountant auditor administrator", "*");
    }

    /** A caller; the words of roles and of companies are separated by spaces. */
    public static JsonNode of(String subject, String roles, String companies) {
        return claims(JsonNodeFactory.instance
                .objectNode()
                .put("aud", "api://fattura")
                .put("exp", "1769905800")
                .put("iss", "https://login.example.com/v2.0")
                .put("sub", subject)
                .put("roles", '[' + roles + ']')
                .put("companies", '[' + companies + ']'));
    }

    /** The authorizer of a request context with those claims, of whatever shape. */
    public static ObjectNode claims(JsonNode claims) {
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        authorizer.putObject("jwt").putNull("scopes").set("claims", claims);
        return authorizer;
    }

    /** A request context with a caller with every role. */
    public static Invocation.RequestContext context(String method, String path) {
        return new Invocation.RequestContext(new Invocation.Http(method, path), everything());
    }
}
