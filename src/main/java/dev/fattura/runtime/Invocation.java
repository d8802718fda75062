package dev.fattura.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What calls a function that is not on a stream: a request through the HTTP API (payload format 2.0), or a schedule.
 *
 * <p>It is an own type of the few members that are read, and not the event class of the AWS library, because one function may
 * be called both ways and because each class that JSON is bound to has to be declared for the native image.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Invocation(
        @JsonProperty("routeKey") @Nullable String routeKey,
        @JsonProperty("rawPath") @Nullable String rawPath,
        @JsonProperty("headers") @Nullable Map<String, String> headers,
        @JsonProperty("queryStringParameters") @Nullable Map<String, String> queryStringParameters,
        @JsonProperty("pathParameters") @Nullable Map<String, String> pathParameters,
        @JsonProperty("requestContext") @Nullable RequestContext requestContext,
        @JsonProperty("body") @Nullable String body,
        @JsonProperty("isBase64Encoded") boolean isBase64Encoded,
        @JsonProperty("source") @Nullable String source) {

    /** The source that the template gives to every schedule. */
    public static final String SCHEDULE = "fattura.schedule";

    /**
     * The part of the request context that is read.
     *
     * @param authorizer what the authorizer of the route has verified, of whatever shape: {@link Caller} reads it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RequestContext(
            @JsonProperty("http") @Nullable Http http, @JsonProperty("authorizer") @Nullable JsonNode authorizer) {}

    /** Method and path of the request. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Http(@JsonProperty("method") @Nullable String method, @JsonProperty("path") @Nullable String path) {}

    /** Whether it is a question, GET, and no command. */
    public boolean asks() {
        return requestContext != null
                && requestContext.http() != null
                && "GET".equalsIgnoreCase(requestContext.http().method());
    }

    /** Whether a schedule calls, which has no request context: so nothing that came through the API can pass for one. */
    public boolean scheduled() {
        return SCHEDULE.equals(source) && requestContext == null;
    }
}
